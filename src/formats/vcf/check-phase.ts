import type { Say } from './say.ts'
import { formatPlaces, sampleFields } from './scan-line.ts'

/** Which alleles of a genotype are phased (VCF 4.4, 1.6.2): each by the mark in front of it; the first, without one, when all others are. */
function phased(genotype: string): boolean[] {
  const marks = genotype.split(/[0-9.]+/).filter((mark) => mark !== '')
  const hasLeading = genotype.startsWith('|') || genotype.startsWith('/')
  const rest = marks.map((mark) => mark === '|')
  return hasLeading ? rest : [rest.length > 0 && rest.every((mark) => mark), ...rest]
}

/** Phase set lists since VCF 4.4: one value for each allele, none for an unphased one, and no order or quality where there is no set. */
export function checkPhaseSets(format: string, cell: string, sample: string, say: Say): void {
  const fields = sampleFields(formatPlaces(format), cell)
  const [genotype, sets] = [fields.get('GT'), fields.get('PSL')?.split(',')]
  if (genotype === undefined || sets === undefined) return
  const isPhased = phased(genotype)
  if (sets.some((set, at) => set !== '.' && isPhased[at] === false)) say('phase_set_invalid', sample, `PSL names a phase set for an allele of ${genotype.slice(0, 20)} that is not phased`)
  for (const key of ['PSO', 'PSQ']) {
    const values = fields.get(key)?.split(',') ?? []
    if (values.some((value, at) => value !== '.' && (sets[at] ?? '.') === '.')) say('phase_set_invalid', sample, `${key} gives a value for an allele that PSL puts into no phase set`)
  }
}
