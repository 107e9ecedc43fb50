import type { Biomarker } from '#src/domain/biomarker.ts'
import type { ReadingProblem } from '#src/domain/record-reading.ts'
import type { ReadingPart } from '../reading-part.ts'

/** Measures a tumour has once; HLA types, signatures and stains are many. */
const single = new Set<Biomarker['name']>(['TMB', 'MSI', 'MMR', 'HRD', 'LOH', 'ER', 'PR', 'HR', 'HER2', 'PURITY', 'PLOIDY'])

/** The same measure from two files counts once; a result goes before *not tested*; results that contradict each other are both kept and said. */
export function mergeBiomarkers(parts: readonly ReadingPart[], ofClinical: readonly Biomarker[], problems: ReadingProblem[]): Biomarker[] {
  const sources = [...parts.map((part) => ({ file: part.file, biomarkers: part.biomarkers })), { file: 'clinical attributes', biomarkers: ofClinical }]
  const kept: { file: string; biomarker: Biomarker }[] = []
  for (const { file, biomarkers } of sources) {
    for (const biomarker of biomarkers) {
      const twin = single.has(biomarker.name) ? kept.find((one) => one.biomarker.name === biomarker.name && one.file !== file && (one.biomarker.unit ?? biomarker.unit) === (biomarker.unit ?? one.biomarker.unit)) : undefined
      if (!twin) { kept.push({ file, biomarker }); continue }
      const isSame = twin.biomarker.value === biomarker.value && twin.biomarker.call === biomarker.call
      if (biomarker.status !== 'measured' || isSame) continue
      if (twin.biomarker.status !== 'measured') { twin.biomarker = biomarker; twin.file = file; continue }
      const isContrary = twin.biomarker.call !== null && biomarker.call !== null && twin.biomarker.call !== biomarker.call
      const message = `The files give ${biomarker.name} as ${String(twin.biomarker.value)} and ${String(biomarker.value)}${isContrary ? ', which is not the same class' : ''}. Both are kept; ask which one holds.`
      problems.push({ severity: 'warning', code: 'biomarker_differs', file: `${twin.file}, ${file}`, line: null, column: null, message })
      kept.push({ file, biomarker })
    }
  }
  return kept.map((one) => one.biomarker)
}
