import { api } from '#src/contract/api.ts'
import type { InteractionView, VariantRow } from '#src/contract/views/facts-view.ts'
import type { Opinion } from '#src/domain/opinion.ts'
import type { Slot } from '#src/domain/person.ts'
import { ask } from './ask.ts'
import type { DemonstrationCase, DemonstrationOpinion } from './demonstration-case.ts'
import type { Players } from './players.ts'

/** Both experts write and commit their opinions, each alone; with `one_committed` the oncologist's stays a draft. */
export async function playReview(players: Players, written: DemonstrationCase, caseId: string): Promise<void> {
  const slots: readonly Slot[] = ['genomic_expert', 'oncologist']
  for (const slot of slots) {
    const fetch = players.fetchAs(players[slot])
    const params = { caseId }
    const { rows: variants } = await ask(fetch, api.variants, { params })
    const { rows: interactions } = await ask(fetch, api.interactions, { params })
    const draft = await ask(fetch, api.myOpinion, { params })
    const opinion = opinionFrom(slot, written.opinions[slot], draft.asked, variants, interactions)
    const saved = await ask(fetch, api.saveOpinion, { params, body: { version: draft.version, opinion } })
    if (slot === 'oncologist' && written.until === 'one_committed') return
    await ask(fetch, api.commitOpinion, { params, body: { commandId: `commit-${written.id}-${slot}`, version: saved.version } })
  }
}

type Asked = { alterationIds: readonly string[]; interactionIds: readonly string[] }

function opinionFrom(slot: Slot, said: DemonstrationOpinion, asked: Asked, variants: readonly VariantRow[], interactions: readonly InteractionView[]): Opinion {
  const { drivers, otherDrivers, interactions: words, otherInteractions, ...rest } = said
  const named = drivers.map(({ label, ...word }) => {
    const row = variants.find((v) => v.classification.label === label)
    if (!row) throw new Error(`No alteration is called "${label}"; there are ${variants.map((v) => v.classification.label).join(', ')}`)
    return { alterationId: row.alteration.id, gene: row.alteration.gene, effect: null, ...word }
  })
  const called = new Set(named.map((d) => d.alterationId))
  const others = slot === 'oncologist' ? [] : asked.alterationIds.filter((id) => !called.has(id)).map((alterationId) => {
    const row = variants.find((v) => v.alteration.id === alterationId)
    return { alterationId, gene: row?.alteration.gene ?? '', effect: null, ...otherDrivers }
  })
  const annotated = new Map(words.flatMap(({ kind, genes, ...word }) => {
    const meant = meantBy(kind, genes, interactions)
    if (meant.length === 0) throw new Error(`No ${kind} of ${genes.join(', ')}; there are ${interactions.map((i) => `${i.kind} of ${i.memberGenes.join('+')}`).join(', ')}`)
    return meant.map((i) => [i.id, { interactionId: i.id, ...word }] as const)
  }))
  const remaining = slot === 'oncologist' ? [] : asked.interactionIds.filter((id) => !annotated.has(id)).map((interactionId) => ({ interactionId, ...otherInteractions }))
  return { ...rest, slot, drivers: [...named, ...others], interactions: [...annotated.values(), ...remaining] }
}

/**
 * A word on a path is said of the surest interactions of that kind whose path runs through most of the genes named; without a path it is said of the
 * one that holds the genes named and the fewest others.
 */
function meantBy(kind: InteractionView['kind'], genes: readonly string[], interactions: readonly InteractionView[]): InteractionView[] {
  const holding = interactions.filter((i) => i.kind === kind && genes.every((g) => i.memberGenes.includes(g) || i.path.includes(g)))
  const onPath = (i: InteractionView) => genes.filter((gene) => i.path.includes(gene)).length
  const most = Math.max(0, ...holding.map(onPath))
  const surest = Math.max(0, ...holding.filter((i) => onPath(i) === most).map((i) => i.certainty))
  if (most > 0) return holding.filter((i) => onPath(i) === most && i.certainty === surest)
  return holding.toSorted((a, b) => a.memberGenes.length - b.memberGenes.length || b.certainty - a.certainty).slice(0, 1)
}
