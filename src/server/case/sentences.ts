import type { Interaction, InteractionKind, Params } from '#src/domain/analysis.ts'
import { inWords } from '#src/domain/report/names.ts'
import { explain } from '#src/engine/explain/en.ts'
import type { Knowledge } from '#src/knowledge/knowledge.ts'
import { labelsOf } from '../reporting/labels-of.ts'

/** The one place where codes of a run become words for people. */
export const sentenceOf = ({ rule, params }: { rule: string; params: Params }): string => explain(rule, params)

const kindName: Record<InteractionKind, string> = {
  same_pathway: 'Same pathway', bypass: 'Bypass', convergence: 'Convergence', acquired_resistance: 'Acquired resistance', synthetic_lethality: 'Synthetic lethality',
  second_hit: 'Second hit', modifies_evidence: 'Changes what evidence says', mutually_exclusive: 'Seen together: check the data',
}

export const interactionTitle = (interaction: Pick<Interaction, 'kind' | 'members'>): string => `${kindName[interaction.kind]}: ${interaction.members.join(' and ')}`

/** The node by which two interactions of one kind and the same members differ: `Synthetic lethality: MTAP deletion with PRMT5`. */
const byNode: Partial<Record<InteractionKind, string>> = { synthetic_lethality: ' with ', bypass: ' around ', convergence: ' on ' }

/** The title as it stands in lists where several of a kind may stand: with the node that tells them apart. */
export function interactionTitleInFull(interaction: Pick<Interaction, 'kind' | 'members' | 'params'>): string {
  const { node } = interaction.params
  const by = byNode[interaction.kind]
  return `${interactionTitle(interaction)}${by !== undefined && typeof node === 'string' && node !== '' ? `${by}${node}` : ''}`
}

export const interactionSentence = (interaction: Pick<Interaction, 'rule' | 'params'>): string => sentenceOf(interaction)

/**
 * Ids of the release inside a sentence as people say them: `trop2_adc`, `CDK4_6`, `class:raf_monomer`; a regimen with spaces round its plus.
 * Ids without an underscore are words already (platinum, BRAF) and stay.
 */
export function spokenBy(knowledge: Knowledge): (text: string) => string {
  const labels = Object.fromEntries(Object.entries(labelsOf(knowledge)).filter(([id]) => id.includes('_')))
  return (text) => inWords(labels, text).replaceAll('class:', '').replace(/([a-z0-9)])\+(?=[a-z])/g, '$1 + ')
}
