import type { VariantRow } from '#src/contract/views/facts-view.ts'
import type { DriverCall, Opinion } from '#src/domain/opinion.ts'
import { saveOpinionText } from '#src/lib/words/save-opinion-text.ts'
import type { useOpinionDraft } from '#src/lib/use-opinion-draft.ts'
import { RefusalLine } from '#src/ui/parts/refusal-line.tsx'
import { SaveState } from '#src/ui/parts/save-state.tsx'
import { Section } from '#src/ui/parts/section.tsx'
import { Segments } from '#src/ui/parts/segments.tsx'
import { TierChip, type TierName } from '#src/ui/parts/tier-chip.tsx'

type Draft = ReturnType<typeof useOpinionDraft>
type Call = DriverCall['call']
const calls = [{ value: 'driver', label: 'Driver' }, { value: 'passenger', label: 'Passenger' }, { value: 'uncertain', label: 'Uncertain' }, { value: 'cannot_assess', label: 'Cannot assess' }] as const
const tiers = ['I', 'II', 'III', 'IV'] as const

/** My call on one alteration, put into the opinion in place of what it said before. A tier alone says nothing of the call: it is asked for first. */
export function withCall(opinion: Opinion, row: VariantRow, change: Partial<Pick<DriverCall, 'call' | 'tier'>>): Opinion {
  const { id, gene } = row.alteration
  const before = opinion.drivers.find((call) => call.alterationId === id)
  const next: DriverCall = { alterationId: id, gene, call: 'uncertain', effect: row.classification.effect, tier: null, note: '', ...before, ...change }
  return { ...opinion, drivers: [...opinion.drivers.filter((call) => call.alterationId !== id), next] }
}

/** My call and tier, straight into my draft; after commitment as it was committed. No answer is preset. */
export function MyTier({ row, draft }: { row: VariantRow; draft: Draft }) {
  const mine = draft.opinion?.drivers.find((call) => call.alterationId === row.alteration.id)
  const isFrozen = !draft.opinion
  if (draft.isCommitted) {
    return (
      <Section title="My call" note="as committed">
        {mine ? <p className="row"><TierChip tier={mine.tier} /><span>{calls.find((one) => one.value === mine.call)?.label}{mine.note ? <span className="q">: {mine.note}</span> : null}</span></p> : <p className="qq">none: I said nothing of this alteration</p>}
      </Section>
    )
  }
  const set = (change: Partial<Pick<DriverCall, 'call' | 'tier'>>) => draft.change((opinion) => withCall(opinion, row, change))
  return (
    <Section title="My call" note="only you can see it" end={<SaveState state={draft.status} onRetry={draft.retry} />}>
      <div className="my-call">
        <Segments<Call> label="My call" value={mine?.call ?? null} onChange={(call) => set({ call })} options={calls.map((one) => ({ ...one, isDisabled: isFrozen }))} />
        <span className="row"><span className="small q">Tier</span><Segments<TierName> label="My tier, AMP/ASCO/CAP" value={mine?.tier ?? null} onChange={(tier) => set({ tier })} options={tiers.map((tier) => ({ value: tier, label: tier, isDisabled: isFrozen || !mine }))} />{mine || isFrozen ? null : <span className="small qq">opens with the call</span>}</span>
      </div>
      <RefusalLine text={draft.error ? saveOpinionText[draft.error.code] : null} />
    </Section>
  )
}
