import { TagsInput } from '@mantine/core'
import type { VariantRow } from '#src/contract/views/facts-view.ts'
import type { Opinion } from '#src/domain/opinion.ts'
import { Segments } from '#src/ui/parts/segments.tsx'
import { Words, type SectionProps } from './section-parts.tsx'

type State = NonNullable<Opinion['germline']>['state']
export const germlineWords: Record<State, string> = { none_suspected: 'none suspected', possible: 'possible', cannot_assess: 'cannot assess' }

/** Possible germline findings and what they ask for. Tumour-only data never confirm one. */
export function GermlineSection({ opinion, change, rows }: SectionProps & { rows: readonly VariantRow[] }) {
  const { germline } = opinion
  const genes = [...new Set(rows.filter((row) => row.classification.possibleGermline).map((row) => row.alteration.gene))].toSorted()
  return (
    <>
      {genes.length > 0 ? <p className="small q">Marked as possible by the criteria: {genes.join(', ')}.</p> : null}
      <Segments<State> label="Possible germline finding" value={germline?.state ?? null} onChange={(state) => change({ germline: { state, genes: germline?.genes ?? [], note: germline?.note ?? '' } })}
        options={Object.entries(germlineWords).map(([value, label]) => ({ value: value as State, label }))} />
      {germline?.state === 'possible' ? <TagsInput size="xs" label="Genes" data={genes} value={germline.genes} onChange={(next) => change({ germline: { ...germline, genes: next } })} /> : null}
      {germline ? <Words aria-label="Note on germline" placeholder="Confirmation in normal tissue, counselling" maxLength={600} value={germline.note} onText={(note) => change({ germline: { ...germline, note } })} /> : null}
    </>
  )
}
