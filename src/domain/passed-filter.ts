/** Remarks on the whole sample that some MAFs write into FILTER; MC3 keeps calls marked `wga` for leukaemias sequenced from amplified DNA (PMID 29596782). */
const harmless = new Set(['', '.', 'pass', 'passed', 'wga'])

/**
 * Did the caller itself let this call stand? `.` (no filter applied) and files without filters count as yes. A call that failed its filters is shown
 * and kept, but concludes nothing: half of a raw file is such calls.
 */
export function passedFilter(filter: string | null): boolean {
  return filter === null || filter.split(';').every((one) => harmless.has(one.trim().toLowerCase()))
}
