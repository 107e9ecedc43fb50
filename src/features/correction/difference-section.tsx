import type { CorrectionView } from '#src/contract/views/correction-view.ts'
import { Icon, type IconName } from '#src/ui/parts/icon.tsx'
import { Section } from '#src/ui/parts/section.tsx'

type Difference = NonNullable<CorrectionView['changes']>

const fieldWords: Readonly<Record<string, string>> = {
  kind: 'kind', hgvsp: 'protein change', hgvsc: 'coding change', transcript: 'transcript', exon: 'exon', consequence: 'consequence', partner: 'partner', copyNumber: 'copies', vaf: 'VAF', depth: 'reads at the place', altReads: 'reads with the change', ccf: 'cell fraction',
  zygosity: 'zygosity', populationAf: 'population frequency', origin: 'origin', phase: 'phase', filter: 'filter', sample: 'sample',
}

/** What the new file would change in the case, before anything is recorded: what comes, what goes, what reads otherwise. */
export function DifferenceSection({ difference }: { difference: Difference }) {
  const { added, removed, changed, unchanged, biomarkers } = difference
  return (
    <Section title="What it changes" note={`${added.length} added, ${removed.length} removed, ${changed.length} changed, ${unchanged} unchanged`}>
      {added.length + removed.length + changed.length + biomarkers.length === 0 ? <p className="row"><Icon name="check" />Nothing: the new file says of every alteration and biomarker what the case holds already.</p> : null}
      <div className="difference">
        <Side title="Added" icon="plus" none="nothing comes new" labels={added} />
        <Side title="Removed" icon="minus" none="nothing goes" labels={removed} note="words on them stay on record, as of the earlier file" />
        <section aria-label="Changed">
          <h4 className="row tight"><Icon name="retry" isSmall />Changed <span className="qq">{changed.length + biomarkers.length}</span></h4>
          {changed.length + biomarkers.length === 0 ? <p className="qq">nothing reads otherwise</p> : (
            <ul>
              {changed.map((one) => <li key={one.id}><b className="med">{one.label}</b><ul>{one.fields.map((field) => <Change key={field.field} what={fieldWords[field.field] ?? field.field} before={field.before} after={field.after} />)}</ul></li>)}
              {biomarkers.map((one) => <li key={one.name}><b className="med">{one.name}</b><ul><Change what="value" before={one.before} after={one.after} /></ul></li>)}
            </ul>
          )}
        </section>
      </div>
    </Section>
  )
}

/** A fraction with six digits says no more than one with three. */
const short = (value: string) => (/^0\.\d{4,}$/.test(value) ? Number(value).toFixed(3) : value)

function Change({ what, before, after }: { what: string; before: string; after: string }) {
  return <li className="small"><span className="lab">{what}</span> <del>{short(before)}</del> <span className="heard">becomes</span><Icon name="arrow" isSmall /> <ins>{short(after)}</ins></li>
}

type SideProps = { title: string; icon: IconName; none: string; note?: string; labels: readonly { id: string; label: string }[] }

function Side({ title, icon, none, note, labels }: SideProps) {
  return (
    <section aria-label={title}>
      <h4 className="row tight"><Icon name={icon} isSmall />{title} <span className="qq">{labels.length}</span></h4>
      {labels.length === 0 ? <p className="qq">{none}</p> : <ul>{labels.map((one) => <li key={one.id}>{one.label}</li>)}</ul>}
      {note && labels.length > 0 ? <p className="small q">{note}</p> : null}
    </section>
  )
}
