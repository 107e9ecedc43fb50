import './worklist.css'
import { useLocalStorage } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { WorklistRow } from '#src/contract/views/worklist-view.ts'
import { bindKeys } from '#src/lib/key-table.ts'
import { worklistQuery } from '#src/lib/queries/worklist-query.ts'
import { useNow } from '#src/lib/use-now.ts'
import { useSession } from '#src/lib/use-session.ts'
import { taskWords } from '#src/lib/words/task-words.ts'
import { endOfDay, timeIn } from '#src/lib/zone-time.ts'
import { FootBar, Toolbar } from '#src/ui/frame/toolbar.tsx'
import { useShortcuts } from '#src/ui/keys/shortcut.ts'
import { DueText } from '#src/ui/parts/due-text.tsx'
import { FailedState, LoadingState } from '#src/ui/parts/four-states.tsx'
import { KeyHint } from '#src/ui/parts/key-hint.tsx'
import { PlainButton } from '#src/ui/parts/plain-button.tsx'
import { SearchField } from '#src/ui/parts/search-field.tsx'
import { Segments } from '#src/ui/parts/segments.tsx'
import { DueRuler } from './due-ruler.tsx'
import { IntakeDrafts } from './intake-drafts.tsx'
import { WorklistEmpty } from './worklist-empty.tsx'
import { worklistKeys } from './worklist-keys.ts'
import { WorklistPeek } from './worklist-peek.tsx'
import { WorklistTable } from './worklist-table.tsx'
import { groupRows, matches, rowsOfTab, type WorklistTab } from './worklist-view.ts'

export type Looking = { tab: WorklistTab; q: string; selectedId: string | null }
type WorklistProps = { looking: Looking; onLook: (change: Partial<Looking>) => void; onOpen: (row: WorklistRow) => void; onOpenIntake: (intakeId: string) => void }

/** What waits for me, oldest due first. */
export function Worklist({ looking, onLook, onOpen, onOpenIntake }: WorklistProps) {
  const { tab, q, selectedId } = looking
  const { person, zone } = useSession()
  const now = useNow()
  const query = useQuery({ ...worklistQuery(), refetchInterval: 60_000 })
  const [density, setDensity] = useLocalStorage<'compact' | 'comfortable'>({ key: 'consilium-density', defaultValue: 'compact' })
  const rows = query.data?.rows
  const shown = useMemo(() => rowsOfTab(rows ?? [], tab).filter((row) => matches(row, q)), [rows, tab, q])
  const groups = useMemo(() => groupRows(shown), [shown])
  const oldest = rows ? rowsOfTab(rows, 'next')[0] : undefined
  const selected = shown.find((row) => row.id === selectedId)
  const openById = (id: string) => {
    const row = shown.find((one) => one.id === id)
    if (row) onOpen(row)
  }
  useShortcuts(bindKeys(worklistKeys, { s: () => { if (oldest) onOpen(oldest) } }))

  return (
    <main id="main" className="worklist" tabIndex={-1} data-density={density}>
      <section className="worklist-lead" aria-label="Due">
        <p className="micro q"><b>{rows ? `${rowsOfTab(rows, 'mine').length} yours` : 'counting'}</b><br />filled: for you<br />outline: others</p>
        {rows ? <DueRuler rows={rowsOfTab(rows, 'mine')} now={now} zone={zone} /> : null}
        <div className="worklist-start">
          {oldest ? <p className="q">Oldest due: <span className="mono">{oldest.code}</span>, <DueText due={oldest.due === null ? null : endOfDay(oldest.due, zone)} now={now} /><br /><span className="qq">{taskWords(oldest.task, oldest.open)}</span></p> : null}
          <PlainButton isFilled isDisabled={!oldest} onClick={() => { if (oldest) onOpen(oldest) }}>Start oldest due <span className="worklist-key"><KeyHint keys="s" /></span></PlainButton>
        </div>
      </section>
      {query.data && person?.roles.includes('coordinator') ? <IntakeDrafts intakes={query.data.intakes} zone={zone} onOpen={onOpenIntake} /> : null}
      <Toolbar end={<Segments label="Row height" value={density} onChange={setDensity} options={[{ value: 'compact', label: 'Compact' }, { value: 'comfortable', label: 'Comfortable' }]} />}>
        <SearchField label="Filter this list" keys="/" value={q} onChange={(text) => onLook({ q: text })} />
        <span className="small qq nowrap">Sorted by due date, then code</span>
      </Toolbar>
      <div className="worklist-body" data-stale={query.isRefetchError || undefined}>
        {query.isPending ? <LoadingState what="the worklist" rows={8} onRetry={() => void query.refetch()} /> : null}
        {query.isLoadingError ? <FailedState what="the worklist" reason="The server does not answer." effect="It is not known what waits for you." onRetry={() => void query.refetch()} /> : null}
        {rows && shown.length === 0 ? <WorklistEmpty tab={tab} q={q} rows={rows} onShowAll={() => onLook({ tab: 'all' })} onClear={() => onLook({ q: '' })} /> : null}
        {shown.length > 0 ? <WorklistTable groups={groups} selectedId={selectedId} time={{ now, zone }} onSelect={(id) => onLook({ selectedId: id })} onOpen={openById} /> : null}
      </div>
      {selected ? <WorklistPeek row={selected} zone={zone} now={now} /> : null}
      <FootBar size="quiet">
        {query.isRefetchError ? <span role="alert" className="res med">Not up to date: last read {timeIn(new Date(query.dataUpdatedAt).toISOString(), zone)}</span> : query.data ? <span>List as of {timeIn(new Date(query.dataUpdatedAt).toISOString(), zone)}</span> : null}
        <span className="right row qq"><KeyHint keys="j k" /> move <KeyHint keys="Enter" /> open <KeyHint keys="?" /> all keys</span>
      </FootBar>
    </main>
  )
}
