import type { Opinion } from '../opinion.ts'
import type { ProfileDifference } from './profile-difference.ts'

/** A correction as far as an opinion needs it: the round it opened, and what it changed. */
export type Correction = { round: number; difference: Pick<ProfileDifference, 'carried' | 'removed'> }

/** What the new reading still holds: alterations of the profile, and interactions the run finds among them. */
export type Present = { alterationIds: ReadonlySet<string>; interactionIds: ReadonlySet<string> }

/**
 * An opinion written on an earlier reading, as it stands on the present one: words on alterations that are still there keep their place under the new id, words on what
 * vanished are kept as *of the earlier file*. Nothing is dropped, and to carry twice is to carry once.
 */
export function carryOpinion(opinion: Opinion, corrections: readonly Correction[], present: Present): Opinion {
  if (corrections.length === 0) return opinion
  const lastRound = corrections.at(-1)?.round ?? 1
  const ofEarlierFile = [...opinion.ofEarlierFile]
  const keep = (entry: Opinion['ofEarlierFile'][number]) => { if (!ofEarlierFile.some((one) => one.kind === entry.kind && one.id === entry.id)) ofEarlierFile.push(entry) }
  const drivers: Opinion['drivers'] = []
  for (const call of opinion.drivers) {
    const { id, label } = follow(call.alterationId, corrections, present.alterationIds)
    const standing = id !== null && !drivers.some((one) => one.alterationId === id)
    if (standing) drivers.push({ ...call, alterationId: id })
    else keep({ round: lastRound, kind: 'driver', id: call.alterationId, label: label || call.gene || call.alterationId, text: [call.call, call.effect ?? '', call.tier === null ? '' : `tier ${call.tier}`, call.note].filter(Boolean).join('; ') })
  }
  const interactions = opinion.interactions.filter((one) => {
    if (present.interactionIds.has(one.interactionId)) return true
    keep({ round: lastRound, kind: 'interaction', id: one.interactionId, label: one.interactionId, text: `${one.verdict}: ${one.note}` })
    return false
  })
  return { ...opinion, drivers, interactions, ofEarlierFile }
}

/** The id under which an alteration stands now, followed through the corrections in their order; null with its old name where it is gone. */
function follow(id: string, corrections: readonly Correction[], present: ReadonlySet<string>): { id: string | null; label: string } {
  if (present.has(id)) return { id, label: '' }
  let now = id
  for (const { difference } of corrections) {
    const removed = difference.removed.find((one) => one.id === now)
    if (removed) return { id: null, label: removed.label }
    now = difference.carried[now] ?? now
    if (present.has(now)) return { id: now, label: '' }
  }
  return { id: null, label: '' }
}
