import './history.css'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { HistoryView as View } from '#src/contract/views/report-view.ts'
import { useInstant } from '#src/lib/use-instant.ts'
import { Pane } from '#src/ui/frame/pane.tsx'
import { FootBar, Toolbar } from '#src/ui/frame/toolbar.tsx'
import { Chip } from '#src/ui/parts/chip.tsx'
import { FailedState, LoadingState, NoneFoundState } from '#src/ui/parts/four-states.tsx'
import { SearchField } from '#src/ui/parts/search-field.tsx'
import { actWord, roleWord } from './act-words.ts'
import { detailWords } from './detail-words.ts'
import { historyQuery } from './history-query.ts'
import { historyText } from './refusal-texts.ts'

type Entry = View['entries'][number]

function Entries({ entries }: { entries: readonly Entry[] }) {
  const { minute } = useInstant()
  return (
    <table className="history">
      <caption className="heard">Acts on this case, newest first</caption>
      <thead><tr><th scope="col" className="num">No.</th><th scope="col">When</th><th scope="col">Act</th><th scope="col">Who</th><th scope="col">Of what</th><th scope="col">Hash</th></tr></thead>
      <tbody>
        {entries.map((entry) => (
          <tr key={entry.version}>
            <td className="num qq">{entry.version}</td><td className="nowrap">{minute(entry.at)}</td><th scope="row">{actWord(entry.act)}</th>
            <td>{entry.by}<span className="qq"> · {roleWord(entry.role)}</span></td><td className="q history-detail">{detailWords(entry.detail) || <span className="qq">nothing more</span>}</td>
            <td className="mono qq" title={entry.hash}>{entry.hash ? entry.hash.slice(0, 8) : 'after the reveal'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Present({ view }: { view: View }) {
  const [search, setSearch] = useState('')
  const wanted = search.trim().toLowerCase()
  const entries = view.entries.toReversed().filter((entry) => wanted === '' || [actWord(entry.act), entry.by, roleWord(entry.role), detailWords(entry.detail), entry.detail, entry.hash].some((text) => text.toLowerCase().includes(wanted)))
  return (
    <Pane label="History" bars={<Toolbar title="History" count={view.complete ? view.entries.length : undefined} end={<SearchField label="Search acts, people, hashes" value={search} onChange={setSearch} keys="/" />}>
      {view.chain === 'intact' ? <Chip icon="check">chain whole</Chip> : <Chip tone="resistance" icon="late">chain broken: do not rely on this record</Chip>}
    </Toolbar>}
    foot={<FootBar size="quiet">{view.complete ? 'Every act of the case, in the order of the record. Each hash covers the one before it.' : 'Before both have committed you see your own acts and those of everybody; numbers and hashes come with the reveal.'}</FootBar>}>
      {view.entries.length === 0 ? <NoneFoundState searched="the record of this case" of="acts that are open to you now" />
        : entries.length === 0 ? <NoneFoundState searched={`${view.entries.length} acts`} of={`acts hold “${search.trim()}”`} actions={[{ label: 'Show all acts', onAct: () => setSearch('') }]} />
          : <Entries entries={entries} />}
    </Pane>
  )
}

/** The record of the case as far as it is open to me, and whether its chain is whole. */
export function HistoryView({ caseId }: { caseId: string }) {
  const { data, error, refetch } = useQuery(historyQuery(caseId))
  const again = () => void refetch()
  if (data) return <Present view={data} />
  if (!error) return <Pane label="History" bars={<Toolbar title="History" />}><LoadingState what="the record, checked link by link" rows={8} onRetry={again} /></Pane>
  const text = error.code in historyText ? historyText[error.code as keyof typeof historyText] : historyText.unexpected // `in` has just checked
  return <Pane label="History" bars={<Toolbar title="History" />}><FailedState what="history" reason={text} effect="No act is shown. The record itself is not affected." reference={error.detail ?? undefined} onRetry={again} /></Pane>
}
