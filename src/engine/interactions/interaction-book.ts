import type { Interaction, InteractionKind } from '#src/domain/analysis.ts'
import type { RuleCode } from '../explain/rule-code.ts'
import type { Classified } from '../alteration/tumour-alteration.ts'

const rules: Readonly<Record<InteractionKind, RuleCode>> = {
  same_pathway: 'interaction.same_pathway', bypass: 'interaction.bypass', convergence: 'interaction.convergence', acquired_resistance: 'interaction.acquired_resistance',
  synthetic_lethality: 'interaction.synthetic_lethality', second_hit: 'interaction.second_hit', modifies_evidence: 'interaction.modifies_evidence', mutually_exclusive: 'interaction.mutually_exclusive',
}

/** What is noted of an interaction. `attach`: where its points come from, see `itemKey` and `aroundKey`. */
export type InteractionFacts = {
  kind: InteractionKind; members: readonly Classified[]; node?: string | undefined; path?: readonly string[]; certainty: 1 | 2 | 3; rule?: RuleCode
  params?: Interaction['params']; sources: readonly string[]; attach?: readonly string[]
}

/** Collects the interactions of one run. What is noted twice under one id is one interaction: sources join, the better certainty stays. */
export type InteractionBook = {
  /** Id that an interaction has or would have. */
  idOf: (kind: InteractionKind, members: readonly Classified[], node?: string) => string
  note: (facts: InteractionFacts) => string
  /** The interaction that points of this origin belong to; null when they belong to none. */
  attachedTo: (key: string) => string | null
  touch: (id: string, therapy: string, effect: 'for' | 'against') => void
  has: (id: string) => boolean
  isDisputed: (id: string) => boolean
  list: () => Interaction[]
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
export const kindOrder: readonly InteractionKind[] = ['acquired_resistance', 'bypass', 'synthetic_lethality', 'modifies_evidence', 'convergence', 'second_hit', 'same_pathway', 'mutually_exclusive']
export const labelsOf = (members: readonly Classified[]): string[] => [...new Set(members.map((one) => one.label))].sort(compare)
/** Content key: the same for the same alterations, whatever else is found. */
export const interactionId = (kind: InteractionKind, members: readonly Classified[], node?: string): string => `${kind}:${labelsOf(members).join('+')}${node ? `:${node}` : ''}`

export function openInteractionBook(disputed: readonly string[]): InteractionBook {
  const entries = new Map<string, { interaction: Interaction; therapies: Set<string>; sources: Set<string> }>()
  const attached = new Map<string, string>()
  const refused = new Set(disputed)
  return {
    idOf: interactionId,
    attachedTo: (key) => attached.get(key) ?? null,
    has: (id) => entries.has(id),
    isDisputed: (id) => refused.has(id),
    note: ({ kind, members, node, path, certainty, rule, params, sources, attach }) => {
      const id = interactionId(kind, members, node)
      for (const key of attach ?? []) if (!attached.has(key)) attached.set(key, id)
      const entry = entries.get(id)
      if (entry) {
        for (const source of sources) entry.sources.add(source)
        if (certainty > entry.interaction.certainty) entry.interaction.certainty = certainty
        return id
      }
      const labels = labelsOf(members)
      const interaction: Interaction = {
        id, kind, members: labels, memberGenes: [...new Set(members.map((one) => one.result.gene))].sort(compare), path: [...(path ?? [])], certainty, rule: rule ?? rules[kind],
        params: { members: labels, ...(node ? { node } : {}), ...(path && path.length > 0 ? { path: [...path] } : {}), ...params }, sources: [], therapies: [], effect: 'neutral',
      }
      entries.set(id, { interaction, therapies: new Set(), sources: new Set(sources) })
      return id
    },
    touch: (id, therapy, effect) => {
      const entry = entries.get(id)
      if (!entry) return
      entry.therapies.add(therapy)
      entry.interaction.effect = effect
    },
    list: () => [...entries.values()].map(({ interaction, therapies, sources }) => ({ ...interaction, therapies: [...therapies].sort(compare), sources: [...sources].sort(compare) }))
      .sort((a, b) => b.certainty - a.certainty || kindOrder.indexOf(a.kind) - kindOrder.indexOf(b.kind) || compare(a.id, b.id)),
  }
}
