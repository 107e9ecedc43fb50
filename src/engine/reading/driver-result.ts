import type { Driver } from '#src/domain/analysis.ts'
import type { WorkingDriver } from '../alteration/driver.ts'
import type { KnowledgeIndex } from '../release/knowledge-index.ts'

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** A driver as it is answered. */
export function driverResult(driver: WorkingDriver, index: KnowledgeIndex): Driver {
  return {
    gene: driver.gene, node: driver.node < 0 ? null : index.paths.ids[driver.node] ?? null, alterationIds: driver.alterations.map((one) => one.alteration.id).sort(compare),
    alterations: driver.alterations.map((one) => one.label).sort(compare), effect: driver.effect, confidence: driver.confidence, subclonal: driver.subclonal, secondHit: driver.secondHit,
    criteria: [...new Set(driver.alterations.flatMap((one) => one.result.criteria.map((criterion) => criterion.code)))].sort(compare),
  }
}
