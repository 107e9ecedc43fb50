import type { Expression } from '#src/knowledge/expression.ts'
import type { WorkingDriver } from '../alteration/driver.ts'
import type { Findings } from './evaluate.ts'
import { evaluate } from './evaluate.ts'
import { visitPositive } from '../release/evidence-item.ts'
import type { KnowledgeIndex } from '../release/knowledge-index.ts'
import type { LethalHit, Reach } from '../release/reach.ts'
import { percentOf } from '../release/weights.ts'

const nothing: ReadonlySet<string> = new Set()

/** Genes whose alterations a drug's scope names, for this patient; many drugs share a scope. */
function scopeReader(findings: Findings): (scope: Expression) => ReadonlySet<string> {
  const known = new Map<Expression, ReadonlySet<string>>()
  return (scope) => {
    let genes = known.get(scope)
    if (!genes) {
      const found = new Set<string>()
      // every branch that holds opens the drug to its own gene, not only the best one
      visitPositive(scope, (atom) => { for (const hit of evaluate(atom, findings, { reach: 'sensitivity', inhibited: nothing, mayExtend: false }).hits) found.add(hit.result.gene) })
      genes = found
      known.set(scope, genes)
    }
    return genes
  }
}

/** Takes out the drugs that were made for other changes of the gene. */
function withinScope(reach: Reach, driver: WorkingDriver, index: KnowledgeIndex, genesOf: (scope: Expression) => ReadonlySet<string>): Reach {
  const outside = new Set(reach.scoped.filter((drug) => { const scope = index.drugs[drug]?.scope; return scope != null && !genesOf(scope).has(driver.gene) }))
  if (outside.size === 0) return reach
  const hits = [...reach.hits]
  for (const drug of outside) hits[drug] = null
  return { ...reach, hits, hitDrugs: reach.hitDrugs.filter((drug) => !outside.has(drug)) }
}

/** Puts the drugs in that act on the partner of the lost gene, where they do more there than on the gene's own road. */
function withLethality(reach: Reach, driver: WorkingDriver, findings: Findings, index: KnowledgeIndex): Reach {
  const { weights } = index
  let changed: { hits: Reach['hits'][number][]; detours: Reach['detours'][number][]; hitDrugs: number[] } | null = null
  for (const { row, expression, drugs } of index.lethalityOfGene.get(driver.gene) ?? []) {
    if (row.effect < 0 || evaluate(expression, findings, { reach: 'strict', inhibited: nothing, mayExtend: false }).value !== 1) continue
    const points = percentOf(weights.mechanism.hit, driver.confidence, weights.mechanism.lethality[row.level])
    const hit: LethalHit = { kind: 'lethality', points, strength: weights.mechanism.lethality[row.level] * 10, target: row.partner, path: [driver.gene, row.partner], row: row.id, source: row.sources[0] ?? row.id }
    for (const drug of drugs) {
      changed ??= { hits: [...reach.hits], detours: [...reach.detours], hitDrugs: [...reach.hitDrugs] }
      const known = changed.hits[drug]
      if (known && known.points >= points) continue
      if (!known) changed.hitDrugs.push(drug)
      changed.hits[drug] = hit
      changed.detours[drug] = null
    }
  }
  return changed ? { ...reach, ...changed } : reach
}

/** What the network says of every driver and drug, by driver. */
export function readMechanisms(drivers: readonly WorkingDriver[], findings: Findings, index: KnowledgeIndex): readonly Reach[] {
  const genesOf = scopeReader(findings)
  return drivers.map((driver) => {
    const { gene, node, sign, confidence } = driver
    const reach = index.reachOf({ gene, node, sign, confidence, resistanceOnly: driver.alterations.every((one) => one.namedResistance) })
    return withLethality(withinScope(reach, driver, index, genesOf), driver, findings, index)
  })
}
