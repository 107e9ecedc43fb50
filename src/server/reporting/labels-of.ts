import type { Labels } from '#src/domain/report/names.ts'
import type { Knowledge } from '#src/knowledge/knowledge.ts'

/** What the release calls the nodes of its network and the classes of its drugs. Node labels win: a class id is never one of a node. */
export const labelsOf = (knowledge: Knowledge): Labels => Object.fromEntries([
  ...[...knowledge.classes.values()].map((row) => [row.class, shortClass(row.name)] as const),
  ...[...knowledge.nodes.values()].filter((row) => row.label !== row.id).map((row) => [row.id, row.label] as const),
])

/** `RAF inhibitor, monomer selective` is a RAF inhibitor to a reader of the front page; `Aromatase inhibitor` stands in a sentence. */
function shortClass(name: string): string {
  const short = name.replace(/(?:,| \().*$/, '')
  return /^[A-Z][a-z]/.test(short) ? short.charAt(0).toLowerCase() + short.slice(1) : short
}

/** Families that say no more than the drug's own name does. */
const unspoken = new Set(['cytotoxic', 'backbone', 'supportive', 'unknown'])

export const drugClassOf = (knowledge: Knowledge, drugs: readonly string[]): Record<string, string> => Object.fromEntries([...new Set(drugs)].flatMap((drug) => {
  const row = knowledge.classes.get(knowledge.therapies.get(drug)?.class ?? '')
  return row && !unspoken.has(row.family) ? [[drug, shortClass(row.name)] as const] : []
}))
