import type { Interaction, InteractionKind, Params } from '#src/domain/analysis.ts'
import { explain } from '#src/engine/explain/en.ts'

/** The one place where codes of a run become words for people. */
export const sentenceOf = ({ rule, params }: { rule: string; params: Params }): string => explain(rule, params)

const kindName: Record<InteractionKind, string> = {
  same_pathway: 'Same pathway', bypass: 'Bypass', convergence: 'Convergence', acquired_resistance: 'Acquired resistance', synthetic_lethality: 'Synthetic lethality',
  second_hit: 'Second hit', modifies_evidence: 'Changes what evidence says', mutually_exclusive: 'Seen together: check the data',
}

export const interactionTitle = (interaction: Pick<Interaction, 'kind' | 'members'>): string => `${kindName[interaction.kind]}: ${interaction.members.join(' and ')}`

export const interactionSentence = (interaction: Pick<Interaction, 'rule' | 'params'>): string => sentenceOf(interaction)
