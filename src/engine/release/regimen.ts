import type { Knowledge } from '#src/knowledge/knowledge.ts'
import type { Expression } from '#src/knowledge/expression.ts'
import type { LabelRow, TherapyRow } from '#src/knowledge/schema.ts'
import type { EvidenceItem } from './evidence-item.ts'

/** A drug with its targets as the engine looks them up. */
export type DrugTarget = { gene: string; node: number; sign: 1 | -1; potency: number; payload: boolean }
export type EngineDrug = { index: number; name: string; class: string; targets: readonly DrugTarget[]; genes: ReadonlySet<string>; scope: Expression | null }

/** One drug, or drugs that a label or an evidence row names together. Ids are positions in the list sorted by key. */
export type Regimen = {
  id: number
  key: string
  drugs: readonly string[]
  drugIndexes: readonly number[]
  classes: readonly string[]
  hits: ReadonlySet<string>
  labels: readonly { row: LabelRow; expression: Expression }[]
}

export const regimenKey = (drugs: readonly string[]): string => [...new Set(drugs)].sort().join('+')

export function buildDrugs(knowledge: Knowledge, extraNames: Iterable<string>, nodeOfGene: ReadonlyMap<string, number>): EngineDrug[] {
  const names = [...new Set([...knowledge.therapies.keys(), ...extraNames])].sort()
  return names.map((name, index) => {
    const row: TherapyRow | undefined = knowledge.therapies.get(name)
    const targets = (row?.targets ?? []).map((target): DrugTarget => ({
      gene: target.gene, node: nodeOfGene.get(target.gene) ?? -1, sign: target.action === 'ACT' ? -1 : 1, potency: target.potency, payload: target.action === 'ADC',
    })).sort((a, b) => (a.gene < b.gene ? -1 : a.gene > b.gene ? 1 : a.sign - b.sign))
    return { index, name, class: row?.class ?? 'unknown', targets, genes: new Set(targets.map((target) => target.gene)), scope: knowledge.scopes.get(name) ?? null }
  })
}

/** The drug sets a row speaks of: `class:x` is each drug of the class alone. */
export function regimensOf(names: readonly string[], drugsOfClass: ReadonlyMap<string, readonly string[]>): (readonly string[])[] {
  const classes = names.filter((name) => name.startsWith('class:'))
  if (classes.length === 0) return [names]
  const fixed = names.filter((name) => !name.startsWith('class:'))
  let sets: (readonly string[])[] = [fixed]
  for (const one of classes) sets = sets.flatMap((set) => (drugsOfClass.get(one.slice('class:'.length)) ?? []).map((drug) => [...set, drug]))
  return sets
}

export function buildRegimens(drugs: readonly EngineDrug[], items: readonly EvidenceItem[], labels: Knowledge['labels'], drugsOfClass: ReadonlyMap<string, readonly string[]>): Regimen[] {
  const byName = new Map(drugs.map((drug) => [drug.name, drug]))
  const sets = new Map<string, readonly string[]>()
  for (const drug of drugs) sets.set(drug.name, [drug.name])
  for (const names of [...items.map((item) => item.regimen), ...labels.map((label) => label.row.regimen)]) {
    for (const set of regimensOf(names, drugsOfClass)) if (set.length > 0) sets.set(regimenKey(set), [...new Set(set)].sort())
  }
  const labelsOf = new Map<string, { row: LabelRow; expression: Expression }[]>()
  for (const label of labels) {
    const key = regimenKey(label.row.regimen)
    labelsOf.set(key, [...(labelsOf.get(key) ?? []), label])
  }
  return [...sets.keys()].sort().map((key, id) => {
    const names = sets.get(key) ?? []
    const members = names.flatMap((name) => byName.get(name) ?? [])
    return {
      id, key, drugs: names, drugIndexes: members.map((drug) => drug.index), classes: [...new Set(members.map((drug) => drug.class))].sort(),
      hits: new Set(members.flatMap((drug) => [...drug.genes])), labels: (labelsOf.get(key) ?? []).toSorted((a, b) => (a.row.id < b.row.id ? -1 : 1)),
    }
  })
}
