import type { Origin } from '#src/domain/alteration.ts'
import { genotypeHas } from './read-support.ts'
import type { InfoText } from './info-fields.ts'
import type { SampleFields } from './scan-line.ts'

/** VarScan and MuSE write the somatic status as a number: 1 germline, 2 somatic. */
const statusOf = (code: string | undefined): Origin | null => (code === '2' ? 'somatic' : code === '1' ? 'germline' : null)

/**
 * Somatic or germline, only as far as the record or its paired normal says so. A tumour alone says nothing: the allele fraction is no proof.
 * `paired`: the header names a tumour and its normal, so that what passed the filters was called against it.
 */
export function originOf(info: InfoText, filter: string, tumour: SampleFields | null, normal: SampleFields | null, allele: number, paired: boolean): Origin {
  if (info('SOMATIC') !== null) return 'somatic'
  const stated = statusOf(info('SS') ?? undefined) ?? statusOf(tumour?.get('SS'))
  if (stated) return stated
  // DRAGEN TSO500: `Germline_DB` is a database call; `Germline_Proxi` is only a likeness and stays unknown.
  const dragen = info('GermlineStatus')
  if (dragen === 'Germline_DB') return 'germline'
  if (dragen === 'Somatic') return 'somatic'
  if (filter.toLowerCase().includes('germline')) return 'germline'
  const inNormal = genotypeHas(normal?.get('GT'), allele)
  const inTumour = genotypeHas(tumour?.get('GT'), allele)
  if (inNormal === true) return 'germline'
  if (inNormal === false && inTumour === true && (filter === 'PASS' || filter === '.')) return 'somatic'
  return paired && filter === 'PASS' ? 'somatic' : 'unknown'
}
