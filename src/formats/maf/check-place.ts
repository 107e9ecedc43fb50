import type { ReadingPart } from '../reading-part.ts'
import { note } from '../reading-part.ts'

export type MafPlace = { number: number; chrom: string; start: number | null; end: string; ref: string; allele1: string; alt: string; type: string }

const chromosomes = new Set([...Array.from({ length: 24 }, (_, at) => String(at + 1)), 'X', 'Y', 'MT', 'XY'])
const lengthOf: Readonly<Record<string, number>> = { SNP: 1, SNV: 1, DNP: 2, TNP: 3 }
const absent = (text: string) => text === '' || text === '.' || text === 'NA'

/** Whether the alleles are what Variant_Type says (MAF specification 2.4): SNP 1, DNP 2, TNP 3 bases; INS longer, DEL shorter than the reference. */
function fitsType(type: string, ref: string, alt: string): boolean {
  const [r, a] = [ref === '-' ? 0 : ref.length, alt === '-' ? 0 : alt.length]
  const fixed = lengthOf[type]
  if (fixed !== undefined) return r === fixed && a === fixed
  if (type === 'ONP' || type === 'MNP' || type === 'MNV') return r === a && r > 1
  if (type === 'INS') return a > r
  if (type === 'DEL') return a < r
  return true
}

/** Says places and alleles that contradict each other. The change is read as reported; whoever compares positions is warned. */
export function checkPlace(part: ReadingPart, { number, chrom, start, end, ref, allele1, alt, type }: MafPlace): void {
  const where = (column: string) => ({ line: number, column })
  const last = absent(end) ? null : Number(end)
  if (last !== null && !Number.isInteger(last)) note(part, 'error', 'position_not_a_number', `Line ${number}: the position "${end.slice(0, 20)}" is not a whole number. The row was read by its start; ask the laboratory for a corrected file.`, where('End_Position'))
  else if (last !== null && start !== null && last < start) note(part, 'warning', 'position_end_before_start', `Line ${number}: the end (${last}) lies before the start (${start}). The row was read by its start.`, where('End_Position'))
  if (!absent(chrom) && !chromosomes.has(chrom) && !/^(GL|KI|NT_|NC_|HS|HLA|Un|[0-9XY]+_)/i.test(chrom)) note(part, 'warning', 'chromosome_unknown', `Line ${number}: "${chrom.slice(0, 20)}" is no chromosome.`, where('Chromosome'))
  if (absent(ref) || absent(alt)) return
  if (ref === alt && (absent(allele1) || allele1 === ref)) note(part, 'warning', 'no_changed_allele', `Line ${number}: reference and tumour alleles are all ${ref.slice(0, 12)}, so the row states no change of its own. It was read by its protein change.`, where('Tumor_Seq_Allele2'))
  else if (type !== '' && !fitsType(type, ref, alt === ref ? allele1 : alt)) note(part, 'warning', 'alleles_contradict_type', `Line ${number}: ${ref.slice(0, 12)}>${alt.slice(0, 12)} is no ${type.slice(0, 12)}. The alleles were kept as written; compare with the report.`, where('Variant_Type'))
  const covered = type === 'DEL' && alt === '-' ? ref.length : type === 'INS' && ref === '-' ? 2 : null
  if (covered !== null && last !== null && start !== null && last >= start && last - start + 1 !== covered) note(part, 'warning', 'position_contradicts_alleles', `Line ${number}: from ${start} to ${last} are not ${covered} positions, as this ${type} needs.`, where('End_Position'))
}
