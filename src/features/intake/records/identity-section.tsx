import { Button } from '@mantine/core'
import type { IdentityRow, PreviewView, Suggestion } from '#src/contract/views/intake-view.ts'
import { fromForm } from '#src/domain/identity-match.ts'
import type { StatedField } from '#src/domain/record-reading.ts'
import { Icon } from '#src/ui/parts/icon.tsx'
import { RefusalLine } from '#src/ui/parts/refusal-line.tsx'
import { Section } from '#src/ui/parts/section.tsx'
import { identityStates, statedText, statedWords } from './stated-words.ts'
import type { TakeOver } from './use-take-over.ts'

type Line = { field: StatedField; row: IdentityRow | null; cells: ReadonlyMap<string, { text: string; said: string; offer: Suggestion | null }[]> }

/** Which file says what of patient, specimen and tumour, side by side with the form; what differs stands first. */
export function IdentitySection({ preview, takeOver }: { preview: PreviewView; takeOver: TakeOver }) {
  const lines = linesOf(preview)
  if (lines.length === 0) return null
  const sources = [...new Set([...lines.flatMap((line) => [...line.cells.keys()]).filter((source) => source !== fromForm)])]
  const differing = lines.filter((line) => line.row?.state === 'differs')
  const lacking = preview.suggestions.filter((one) => !one.differsFromForm && oneOfItsField(one, preview.suggestions))
  return (
    <Section title="What the files say of patient, specimen and tumour"
      note={differing.length === 0 ? 'nothing contradicts' : <span className="res med row tight"><Icon name="late" isSmall />{differing.length === 1 ? '1 contradiction' : `${differing.length} contradictions`}</span>}
      end={lacking.length > 1 ? <Button loading={takeOver.isBusy} onClick={() => takeOver.take(lacking.map((one) => one.id))}>Take over {lacking.length} that the form lacks</Button> : undefined}>
      <RefusalLine text={takeOver.refusal} />
      <div className="side-by-side" role="region" aria-label="What each file says">
        <table>
          <thead><tr><th scope="col">Field</th><th scope="col">Together</th><th scope="col">This form</th>{sources.map((source) => <th key={source} scope="col" title={source}>{source}</th>)}</tr></thead>
          <tbody>
            {lines.map((line) => (
              <tr key={line.field} data-state={line.row?.state}>
                <th scope="row">{statedWords[line.field]}</th>
                <td>{line.row ? <Together row={line.row} /> : <span className="qq nowrap">offered to the form</span>}</td>
                {[fromForm, ...sources].map((source) => <td key={source}><Cell line={line} source={source} takeOver={takeOver} /></td>)}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  )
}

function Cell({ line, source, takeOver }: { line: Line; source: string; takeOver: TakeOver }) {
  const cell = line.cells.get(source)
  if (!cell) return <span className="qq">{source === fromForm ? 'empty' : 'does not say'}</span>
  return (
    <>
      {cell.map(({ text, said, offer }) => (
        <span key={said} className="stated"><span title={said}>{statedText(line.field, text)}</span>
          {offer ? <Button size="xs" disabled={takeOver.isBusy} aria-label={`${offer.differsFromForm ? 'Put into the form instead' : 'Take over'}: ${statedWords[line.field]} ${statedText(line.field, text)}, from ${offer.file}`} onClick={() => takeOver.take([offer.id])}>{offer.differsFromForm ? 'Use instead' : 'Take over'}</Button> : null}
        </span>
      ))}
    </>
  )
}

function Together({ row }: { row: IdentityRow }) {
  if (row.state === 'differs') return <span className="res med row tight"><Icon name="late" isSmall />{row.stops ? 'differ: stops here' : 'differ'}</span>
  return <span className={row.state === 'unresolved' ? 'att row tight' : 'q row tight'}><Icon name={row.state === 'agrees' ? 'check' : row.state === 'unresolved' ? 'warn' : 'minus'} isSmall />{identityStates[row.state]}</span>
}

/** Two values of one field are a choice, and no choice is made for all at once. */
const oneOfItsField = (one: Suggestion, all: readonly Suggestion[]) => all.every((other) => other === one || other.field !== one.field)

function linesOf({ identity, stated, suggestions }: PreviewView): Line[] {
  const compared = identity.map((row): Line => ({ field: row.field, row, cells: cellsOf(row, suggestions) }))
  const known = new Set(compared.map((line) => line.field))
  const offered = [...Map.groupBy(suggestions.filter((one) => !known.has(one.field)), (one) => one.field)].map(([field, all]): Line => ({
    field, row: null, cells: new Map([...Map.groupBy(all, (one) => one.file)].map(([file, ones]) => [file, ones.map((offer) => ({ text: offer.value, said: offer.said, offer }))])),
  }))
  const rank = (line: Line) => (line.row?.state === 'differs' ? (line.row.stops ? 0 : 1) : line.row?.state === 'unresolved' ? 2 : 3)
  return stated.length === 0 ? [] : [...compared, ...offered].toSorted((a, b) => rank(a) - rank(b))
}

function cellsOf(row: IdentityRow, suggestions: readonly Suggestion[]): Line['cells'] {
  const cells = new Map<string, { text: string; said: string; offer: Suggestion | null }[]>()
  for (const { value, said, sources } of row.values) {
    for (const source of sources) {
      const offer = suggestions.find((one) => one.field === row.field && one.value === value && source !== fromForm) ?? null
      cells.set(source, [...(cells.get(source) ?? []), { text: value ?? said, said, offer: offer?.file === source ? offer : null }])
    }
  }
  return cells
}
