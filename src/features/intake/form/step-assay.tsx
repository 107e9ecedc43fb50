import { NativeSelect, NumberInput, TagsInput, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { IntakeForm } from '#src/domain/intake.ts'
import type { Coverage } from '#src/domain/profile.ts'
import { assaysQuery } from '#src/lib/queries/assays-query.ts'
import { Section } from '#src/ui/parts/section.tsx'
import { Segments } from '#src/ui/parts/segments.tsx'
import { DateField } from './date-field.tsx'
import type { StepProps } from './intake-form.ts'

const coverageOf = (value: string): Coverage => (value === 'unknown' ? { kind: 'unknown' } : value === 'all' ? { kind: 'all' } : { kind: 'genes', genes: [], assay: value === 'list' ? null : value })
const valueOf = (coverage: Coverage) => (coverage.kind === 'genes' ? coverage.assay ?? 'list' : coverage.kind)

/** What was tested, on what, and what could have been seen: an uncovered gene is never negative. */
export function StepAssay({ form, edit }: StepProps) {
  const { specimen, assay } = form
  const assays = useQuery(assaysQuery())
  const take = (patch: Partial<IntakeForm['specimen']>) => edit({ specimen: { ...specimen, ...patch } })
  const test = (patch: Partial<IntakeForm['assay']>) => edit({ assay: { ...assay, ...patch } })
  const { coverage } = assay
  return (
    <>
      <Section title="Specimen">
        <div className="fields">
          <TextInput label="Site" placeholder="liver, core biopsy" maxLength={120} value={specimen.site} onChange={(event) => take({ site: event.currentTarget.value })} />
          <NativeSelect label="Kind" value={specimen.kind} onChange={(event) => take({ kind: event.currentTarget.value as IntakeForm['specimen']['kind'] /* only these are offered */ })}
            data={[{ value: 'unknown', label: 'not stated' }, 'primary', 'metastasis', 'recurrence', 'blood']} />
          <DateField label="Collected" value={specimen.collected} onChange={(collected) => take({ collected })} />
          <NumberInput label="Purity, share of tumour cells 0 to 1" min={0} max={1} step={0.05} decimalScale={2} hideControls value={specimen.purity ?? ''} onChange={(value) => { if (value === '' || (Number(value) >= 0 && Number(value) <= 1)) take({ purity: value === '' ? null : Number(value) }) }} />
        </div>
      </Section>
      <Section title="Assay">
        <div className="fields">
          <TextInput label="Name as the laboratory writes it" maxLength={120} value={assay.name} onChange={(event) => test({ name: event.currentTarget.value })} />
          <TextInput label="Laboratory" maxLength={120} value={assay.laboratory} onChange={(event) => test({ laboratory: event.currentTarget.value })} />
          <NativeSelect label="What it covers" description="Decides what was not tested" value={valueOf(coverage)} onChange={(event) => test({ coverage: coverageOf(event.currentTarget.value) })}
            data={[{ value: 'unknown', label: 'not known' }, { value: 'all', label: 'all genes (exome or genome)' }, { value: 'list', label: 'these genes (list below)' }, ...(assays.data ?? []).map((one) => ({ value: one.id, label: `${one.name}, ${one.genes} genes` }))]} />
          <div><p className="small">Normal tissue sequenced too?</p><Segments label="Normal tissue sequenced too?" isLarge value={assay.tumourOnly === null ? null : assay.tumourOnly ? 'no' : 'yes'} onChange={(value) => test({ tumourOnly: value === 'no' })} options={[{ value: 'yes', label: 'Yes, paired' }, { value: 'no', label: 'No, tumour only' }]} /></div>
        </div>
        {assays.isError ? <p className="res small">The list of known assays could not be read. Choose “these genes” and type them, or try again later.</p> : null}
        {coverage.kind === 'genes' && coverage.assay === null ? <TagsInput mt="sm" label="Genes covered" description="HGNC symbols; Enter or a comma after each, or paste a list" splitChars={[',', ' ', ';', '\n', '\t']} value={coverage.genes} onChange={(genes) => test({ coverage: { kind: 'genes', genes: genes.map((gene) => gene.trim().toUpperCase()), assay: null } })} /> : null}
      </Section>
    </>
  )
}
