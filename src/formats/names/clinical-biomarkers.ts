import type { Biomarker } from '#src/domain/biomarker.ts'
import { numberIn } from './alteration-of.ts'

const measured = (of: Pick<Biomarker, 'name' | 'value' | 'unit' | 'cutoff' | 'call' | 'asReported'>): Biomarker => ({ ...of, status: 'measured' })

/** FDA cut-off for pembrolizumab (KEYNOTE-158, PMID 32919526). */
const TMB_HIGH = 10
/** MSIsensor score on MSK-IMPACT: 10 and above unstable, 3 to 10 indeterminate (Middha 2017, PMID 30211344). */
const MSI_UNSTABLE = 10
const MSI_INDETERMINATE = 3

function msiOfWords(words: string): Biomarker | null {
  const word = words.trim().toLowerCase()
  const call = ['instable', 'unstable', 'msi-h', 'msi-high', 'msi'].includes(word) ? 'high' : ['stable', 'mss', 'msi-l'].includes(word) ? 'low' : ['indeterminate', 'intermediate'].includes(word) ? 'intermediate' : null
  if (call === null && !['do not report', 'not evaluable', 'no call', 'failed'].includes(word)) return null
  const asReported = `MSI ${words}`
  if (call === null) return { name: 'MSI', value: words, unit: null, cutoff: null, status: 'no_call', call: null, asReported }
  return measured({ name: 'MSI', value: call === 'high' ? 'MSI-H' : call === 'low' ? 'MSS' : 'indeterminate', unit: null, cutoff: null, call, asReported })
}

/** Biomarkers that cBioPortal studies keep among the attributes of a sample. What is absent is not stated; nothing is derived from anything else. */
export function clinicalBiomarkers(attributes: Readonly<Record<string, string>>): Biomarker[] {
  const found: Biomarker[] = []
  const number = (key: string) => numberIn(attributes[key])
  const tmb = number('TMB_NONSYNONYMOUS')
  if (tmb !== null) found.push(measured({ name: 'TMB', value: tmb, unit: 'mutations/Mb', cutoff: `${TMB_HIGH}`, call: tmb >= TMB_HIGH ? 'high' : 'low', asReported: `TMB_NONSYNONYMOUS ${attributes['TMB_NONSYNONYMOUS']}` }))
  const words = attributes['MSI_TYPE'] === undefined ? null : msiOfWords(attributes['MSI_TYPE'])
  const score = number('MSI_SCORE')
  if (words) found.push(words)
  else if (score !== null && score >= 0) found.push(measured({ name: 'MSI', value: score, unit: 'MSIsensor score', cutoff: `${MSI_UNSTABLE}`, call: score >= MSI_UNSTABLE ? 'high' : score >= MSI_INDETERMINATE ? 'intermediate' : 'low', asReported: `MSI_SCORE ${attributes['MSI_SCORE']}` }))
  const purity = number('TUMOR_PURITY')
  if (purity !== null && purity >= 0 && purity <= 100) found.push(measured({ name: 'PURITY', value: purity > 1 ? purity / 100 : purity, unit: 'fraction', cutoff: null, call: null, asReported: `TUMOR_PURITY ${attributes['TUMOR_PURITY']}` }))
  const pdl1 = number('PDL1_SCORE')
  if (pdl1 !== null) found.push(measured({ name: 'PD-L1', value: pdl1, unit: '%', cutoff: null, call: null, asReported: `PDL1_SCORE ${attributes['PDL1_SCORE']}` }))
  return found
}
