import type { EvidenceItem } from './evidence-item.ts'
import { regimenKey, regimensOf } from './regimen.ts'
import type { Regimen } from './regimen.ts'

/** Where an item applies: the regimen and what it counts there in percent (partner untested: less). */
export type Application = { regimen: number; percent: number }

/** Applications of every item, by what a part of a regimen counts in percent; made when first asked for, since only robustness asks for another percent. */
export type ApplicationsAt = (partPercent: number) => readonly (readonly Application[])[]

export function applicationsAt(items: readonly EvidenceItem[], regimens: readonly Regimen[], drugsOfClass: ReadonlyMap<string, readonly string[]>): ApplicationsAt {
  const regimensOfName = new Map<string, number[]>()
  for (const regimen of regimens) {
    for (const name of regimen.drugs) {
      const list = regimensOfName.get(name)
      if (list) list.push(regimen.id)
      else regimensOfName.set(name, [regimen.id])
    }
  }
  const known = new Map<number, readonly (readonly Application[])[]>()
  return (partPercent) => {
    let found = known.get(partPercent)
    if (!found) { found = items.map((item) => applicationsOf(item, regimens, regimensOfName, drugsOfClass, partPercent)); known.set(partPercent, found) }
    return found
  }
}

/** Sensitivity holds for the stated regimen, and at a discount for one that contains it; everything against holds for whatever contains it. */
function applicationsOf(item: EvidenceItem, regimens: readonly Regimen[], regimensOfName: ReadonlyMap<string, readonly number[]>, drugsOfClass: ReadonlyMap<string, readonly string[]>, partPercent: number): Application[] {
  const best = new Map<number, number>()
  for (const set of regimensOf(item.regimen, drugsOfClass)) {
    const key = regimenKey(set)
    const size = new Set(set).size
    const rarest = set.map((name) => regimensOfName.get(name) ?? []).sort((a, b) => a.length - b.length)[0] ?? []
    for (const id of rarest) {
      const regimen = regimens[id]
      if (!regimen || regimen.drugs.length < size || !set.every((name) => regimen.drugs.includes(name))) continue
      const exact = regimen.key === key
      // a comparison holds for what was compared; a caution on a drug (DPYD and fluoropyrimidines) goes with it into every regimen
      if (!exact && item.direction === 'inferior_to') continue
      const percent = exact || item.direction !== 'sensitivity' ? 100 : partPercent
      best.set(id, Math.max(best.get(id) ?? 0, percent))
    }
  }
  return [...best].map(([regimen, percent]) => ({ regimen, percent })).sort((a, b) => a.regimen - b.regimen)
}
