import type { PreviewView } from '#src/contract/views/intake-view.ts'
import { Section } from '#src/ui/parts/section.tsx'
import { Segments } from '#src/ui/parts/segments.tsx'
import type { StepProps } from '../form/intake-form.ts'

/** Gene names that the field uses for more than one gene: how they were read, and which is meant. */
export function GeneChoices({ form, edit, asked }: StepProps & { asked: PreviewView['ambiguousGenes'] }) {
  const names = [...Map.groupBy(asked, (one) => one.name)]
  if (names.length === 0) return null
  return (
    <Section title="Gene names that mean two genes" note="a wrong one would be another gene's evidence">
      <ul className="organs">
        {names.map(([name, all]) => {
          const [first] = all
          return first ? (
            <li key={name}><span className="med">{name}</span>
              <Segments label={`${name} means`} value={form.geneChoices[name] ?? null} onChange={(symbol) => edit({ geneChoices: { ...form.geneChoices, [name]: symbol } })} options={first.candidates.map((symbol) => ({ value: symbol, label: symbol }))} />
              <span className="small q">{form.geneChoices[name] ? `read as ${form.geneChoices[name]}` : `read as ${first.readAs} until you say`}; in {[...new Set(all.map((one) => one.file))].join(', ')}</span>
            </li>
          ) : null
        })}
      </ul>
    </Section>
  )
}
