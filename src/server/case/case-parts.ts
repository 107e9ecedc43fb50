import { AnalysisRun, type Overrides, noOverrides } from '#src/domain/analysis.ts'
import type { CaseState } from '#src/domain/case/state.ts'
import { Opinion, type InteractionAnnotation } from '#src/domain/opinion.ts'
import type { Slot } from '#src/domain/person.ts'
import type { Deps } from '../deps.ts'
import type { RoundInput } from './analyse-case.ts'
import { readPart } from './parts.ts'
import { IdentityPart, IntakePart, ProfilePart, SnapshotPart, TextPart } from './snapshot.ts'

/** What a case's hashes point at, read back. */
export const baseRunOf = (deps: Deps, state: CaseState) => readPart(deps, state.id, state.round.baseRun, AnalysisRun)
export const runNamed = (deps: Deps, state: CaseState, hash: string) => readPart(deps, state.id, hash, AnalysisRun)
export const intakePartOf = (deps: Deps, state: CaseState): Promise<IntakePart> => readPart(deps, state.id, state.intake, IntakePart)
export const profilePartOf = (deps: Pick<Deps, 'store'>, state: CaseState): Promise<ProfilePart> => readPart(deps, state.id, state.profile, ProfilePart)
export const identityOf = async (deps: Deps, state: CaseState) => (await readPart(deps, state.id, state.identity, IdentityPart)).identity
export const textOf = async (deps: Deps, state: CaseState, hash: string | null) => (hash ? (await readPart(deps, state.id, hash, TextPart)).text : '')
export const snapshotOf = (deps: Pick<Deps, 'store'>, state: CaseState): Promise<SnapshotPart> => readPart(deps, state.id, state.round.snapshot, SnapshotPart)

export async function opinionOf(deps: Deps, state: CaseState, slot: Slot): Promise<Opinion | null> {
  const committed = state.opinions[slot]
  return committed ? readPart(deps, state.id, committed.opinion, Opinion) : null
}

/** The input every run of the round shares. */
export async function roundInputOf(deps: Pick<Deps, 'store'>, state: CaseState): Promise<RoundInput> {
  const snapshot = await snapshotOf(deps, state)
  const { profile } = await profilePartOf(deps, state)
  return { tumourType: snapshot.tumourType, profile, course: snapshot.course, date: snapshot.date, jurisdiction: snapshot.jurisdiction }
}

/** One expert's annotations as they stand: those of the opinion, changed or taken back by later ones. */
export async function annotationsOf(deps: Deps, state: CaseState, slot: Slot): Promise<InteractionAnnotation[]> {
  const opinion = await opinionOf(deps, state, slot)
  const standing = new Map((opinion?.interactions ?? []).map((a) => [a.interactionId, a]))
  for (const [interactionId, later] of Object.entries(state.annotations[slot])) {
    if ('taken_back' in later) standing.delete(interactionId)
    else standing.set(interactionId, { interactionId, verdict: later.verdict, note: await textOf(deps, state, later.note) })
  }
  return [...standing.values()].sort((a, b) => (a.interactionId < b.interactionId ? -1 : 1))
}

/** What an opinion puts on the base run: drivers it does not call drivers, interactions it disputes, effects it sets otherwise. */
export function overridesOf(opinion: Pick<Opinion, 'drivers'> | null, annotations: readonly InteractionAnnotation[], base: AnalysisRun): Overrides {
  const classified = new Map(base.alterations.map((a) => [a.alterationId, a]))
  const calls = opinion?.drivers ?? []
  return {
    ...noOverrides,
    rejectedDrivers: calls.filter((d) => d.call === 'passenger' && (classified.get(d.alterationId)?.confidence ?? 0) > 0).map((d) => d.alterationId).sort(),
    reclassified: calls.flatMap((d) => {
      const computed = classified.get(d.alterationId)
      if (d.call !== 'driver' || !computed) return []
      const effect = d.effect ?? computed.effect
      const confidence = Math.max(computed.confidence, likelyOncogenic)
      return effect !== computed.effect || confidence !== computed.confidence ? [{ alterationId: d.alterationId, effect, confidence }] : []
    }).sort((a, b) => (a.alterationId < b.alterationId ? -1 : 1)),
    disputedInteractions: annotations.filter((a) => a.verdict === 'dispute').map((a) => a.interactionId).sort(),
  }
}

/** An expert's "driver" on something the engine left open counts like *likely oncogenic* (80 %), the engine's own step for one strong reason. */
const likelyOncogenic = 80
