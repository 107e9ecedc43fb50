import { Segments } from '#src/ui/parts/segments.tsx'
import type { Opinion } from '#src/domain/opinion.ts'
import { Words, type SectionProps } from './section-parts.tsx'

type State = NonNullable<Opinion['adequacy']>['state']
export const adequacyWords: Record<State, string> = { adequate: 'adequate', limited: 'limited', inadequate: 'inadequate', cannot_assess: 'cannot assess' }

export function AdequacySection({ opinion, change }: SectionProps) {
  const { adequacy } = opinion
  return (
    <>
      <Segments<State> label="Are the data adequate for the question?" value={adequacy?.state ?? null} onChange={(state) => change({ adequacy: { state, note: adequacy?.note ?? '' } })}
        options={Object.entries(adequacyWords).map(([value, label]) => ({ value: value as State, label }))} />
      {adequacy ? <Words aria-label="Note on adequacy" placeholder="What limits the data: purity, coverage, age of the sample" maxLength={600} value={adequacy.note} onText={(note) => change({ adequacy: { ...adequacy, note } })} /> : null}
    </>
  )
}
