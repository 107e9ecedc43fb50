import type { Interaction, InteractionKind } from '#src/domain/analysis.ts'
import type { RuleCode } from './rule-code.ts'
import type { Classified } from './tumour-alteration.ts'

const rules: Readonly<Record<InteractionKind, RuleCode>> = {
  same_pathway: 'interaction.same_pathway', bypass: 'interaction.bypass', convergence: 'interaction.convergence', acquired_resistance: 'interaction.acquired_resistance',
  synthetic_lethality: 'interaction.synthetic_lethality', second_hit: 'interaction.second_hit', modifies_evidence: 'interaction.modifies_evidence', mutually_exclusive: 'interaction.mutually_exclusive',
}

export type InteractionFacts = { kind: InteractionKind; members: readonly Classified[]; node?: string | undefined; path?: readonly string[]; certainty: 1 | 2 | 3; params?: Interaction['params']; sources: readonly string[] }

/** Collects the interactions of one run. What is noted twice under one id is one interaction: sources join, the better certainty stays. */
export type InteractionBook = {
  /** Id that an interaction has or would have. */
  idOf: (kind: InteractionKind, members: readonly Classified[], node?: string) => string
  note: (facts: InteractionFacts) => string
  touch: (id: string, therapy: string, effect: 'for' | 'against') => void
  has: (id: string) => boolean
  isDisputed: (id: string) => boolean
  list: () => Interaction[]
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
const kindOrder: readonly InteractionKind[] = ['acquired_resistance', 'bypass', 'convergence', 'synthetic_lethality', 'modifies_evidence', 'second_hit', 'mutually_exclusive', 'same_pathway']

export function openInteractionBook(disputed: readonly string[]): InteractionBook {
  const entries = new Map<string, { interaction: Interaction; therapies: Set<string>; sources: Set<string> }>()
  const refused = new Set(disputed)
  const idOf: InteractionBook['idOf'] = (kind, members, node) => `${kind}:${[...new Set(members.map((one) => one.label))].sort(compare).join('+')}${node ? `:${node}` : ''}`
  return {
    idOf,
    has: (id) => entries.has(id),
    isDisputed: (id) => refused.has(id),
    note: ({ kind, members, node, path, certainty, params, sources }) => {
      const id = idOf(kind, members, node)
      const entry = entries.get(id)
      if (entry) {
        for (const source of sources) entry.sources.add(source)
        if (certainty > entry.interaction.certainty) entry.interaction.certainty = certainty
        if (entry.interaction.path.length === 0 && path) entry.interaction.path = [...path]
        return id
      }
      const labels = [...new Set(members.map((one) => one.label))].sort(compare)
      const interaction: Interaction = {
        id, kind, members: labels, memberGenes: [...new Set(members.map((one) => one.result.gene))].sort(compare), path: [...(path ?? [])], certainty, rule: rules[kind],
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
      .sort((a, b) => kindOrder.indexOf(a.kind) - kindOrder.indexOf(b.kind) || compare(a.id, b.id)),
  }
}
