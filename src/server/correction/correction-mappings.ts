import type { CaseState } from '#src/domain/case/state.ts'
import type { GivenMappings } from '#src/domain/given-mapping.ts'
import type { IntakeForm } from '#src/domain/intake.ts'
import { intakePartOf } from '../case/case-parts.ts'
import type { Deps } from '../deps.ts'
import { givenMappings } from '../intake/column-mappings.ts'

/**
 * The mappings of columns by which the files of a case are read anew: those it was read by so far, whatever has been remembered or forgotten since. A corrected table
 * with the header of an earlier one is read like it; what else the laboratory's headers mean is as remembered now.
 */
export async function correctionMappings(deps: Deps, state: CaseState, form: Pick<IntakeForm, 'assay'>, replaces: readonly string[]): Promise<GivenMappings> {
  const remembered = await givenMappings(deps, { files: [], reading: null, mappings: {} }, form)
  const { columns, files } = await intakePartOf(deps, state)
  const staying = new Set(files.filter((file) => !replaces.includes(file.hash)).map((file) => file.name))
  return {
    // A table without a header is known by its name alone: that holds for the same file, not for one that takes its place.
    byFile: Object.fromEntries(columns.filter((one) => staying.has(one.file) && (one.fingerprint === null || one.given === null)).map((one) => [one.file, one.given])),
    byHeader: { ...remembered.byHeader, ...Object.fromEntries(columns.flatMap(({ fingerprint, given }) => (fingerprint !== null && given !== null ? [[fingerprint, given]] : []))) },
  }
}
