import { useQuery } from '@tanstack/react-query'
import type { CaseView } from '#src/contract/views/case-view.ts'
import type { Biomarker } from '#src/domain/biomarker.ts'
import { assaysQuery } from '#src/lib/queries/assays-query.ts'
import { CellState } from '#src/ui/parts/cell-state.tsx'
import { Section } from '#src/ui/parts/section.tsx'

/** Asked for in every case; a name that the records do not hold is said to be absent from them, which is neither negative nor not tested. */
const always = ['TMB', 'MSI', 'HRD', 'PD-L1', 'PLOIDY'] as const
const names: Partial<Record<Biomarker['name'], string>> = { PURITY: 'Purity', PLOIDY: 'Ploidy', SIGNATURE: 'Signature', OTHER: 'Other' }

/** Measures that are no test with a cut-off: what they count is said instead. */
const hasNoCutoff: Partial<Record<Biomarker['name'], string>> = { PURITY: 'share of tumour cells', PLOIDY: 'copies of the genome' }

export function BiomarkerBlock({ view }: { view: CaseView }) {
  const absent = always.filter((name) => !view.biomarkers.some((one) => one.name === name || (name === 'MSI' && one.name === 'MMR')))
  const { purity } = view.specimen
  const { coverage } = view.assay
  const assays = useQuery(assaysQuery()).data
  const assayName = (id: string) => assays?.find((one) => one.id === id)?.name ?? id
  return (
    <Section title="Biomarkers and sample" note="with cut-off, as measured">
      <dl className="biomarkers">
        {view.biomarkers.map((one, index) => <BiomarkerLine key={`${one.name} ${index}`} one={one} />)}
        {absent.map((name) => <div key={name}><dt>{names[name] ?? name}</dt><dd className="qq">not provided in the records</dd></div>)}
        {view.biomarkers.some((one) => one.name === 'PURITY') ? null : <div><dt>Purity</dt><dd>{purity === null ? <span className="qq">not provided</span> : <><b className="med">{purity.toFixed(2)}</b> <span className="qq">share of tumour cells</span></>}</dd></div>}
        <div><dt>Coverage</dt><dd>{coverage.kind === 'genes' ? `${coverage.genes.length} genes${coverage.assay ? `, ${assayName(coverage.assay)}` : ''}` : coverage.kind === 'all' ? 'all genes' : <span className="att med">not known</span>}{view.counts.notTested > 0 ? <span className="qq">; {view.counts.notTested} genes of the knowledge release not tested</span> : null}</dd></div>
      </dl>
    </Section>
  )
}

function BiomarkerLine({ one }: { one: Biomarker }) {
  const { value, unit, cutoff, call } = one
  const figure = one.name === 'PURITY' && typeof value === 'number' ? value.toFixed(2) : typeof value === 'number' ? `${value}${unit ? ` ${unit}` : ''}` : value ?? one.asReported
  return (
    <div>
      <dt>{names[one.name] ?? one.name}</dt>
      <dd>
        {one.status === 'not_tested' ? <CellState state="not-tested" of={one.name} /> : one.status === 'no_call' ? <span className="att med">tested, no call</span> : (
          <><b className="med">{figure}</b>{call && typeof value === 'number' ? <span> {call}</span> : null} <span className="qq">{hasNoCutoff[one.name] ?? (cutoff ? `cut-off ${cutoff}` : call ? '' : 'cut-off not stated')}</span></>
        )}
      </dd>
    </div>
  )
}
