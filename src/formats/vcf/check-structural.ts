import type { InfoFields } from './info-fields.ts'
import { counted, wantedInstead } from './say.ts'
import type { Say } from './say.ts'
import type { VcfLine } from './scan-line.ts'

const firstLevel = new Set(['DEL', 'INS', 'DUP', 'INV', 'CNV'])
/** Kinds whose depth or length means something for copies: they must say how long they are. */
const withLength = new Set(['DEL', 'DUP', 'CNV'])

/** `DEL` of `<DEL:ME:ALU>`; null for bases, breakends and symbols of another kind. */
function kindOf(alt: string): string | null {
  if (!alt.startsWith('<')) return null
  const name = alt.slice(1, -1).split(':', 1)[0] ?? ''
  return firstLevel.has(name) ? name : null
}

const isBases = (alt: string) => /^[ACGTNacgtn*]+$/.test(alt)
const perAllele: Readonly<Record<string, number>> = { CIPOS: 2, CIEND: 2, CILEN: 2, CICN: 2, MEINFO: 4, METRANS: 4 }

/**
 * Structural variants since VCF 4.4 (sections 1.6.1, 3 and 5.7): a length and a claim for each allele that is one, none for the others; intervals as pairs for
 * each allele; repeats that add up. Earlier versions left these free.
 */
export function structuralCheck(info: InfoFields, version: number, say: Say): (line: VcfLine, alts: readonly string[]) => void {
  if (version < 44) return () => undefined
  const list = (key: string): string[] | null => { const text = info.text(key); return text === null ? null : text.split(',') }
  return (_line, alts) => {
    for (const [key, values] of Object.entries(perAllele)) {
      const found = info.place(key) === null ? null : list(key)
      if (found && !(found.length === 1 && found[0] === '.') && found.length !== values * alts.length) say('structural_values', 'INFO', `${key} has ${counted(found.length, 'value')} ${wantedInstead(values * alts.length)}, ${values} for each ALT`)
    }
    if (info.place('EVENTTYPE') !== null && info.place('EVENT') === null) say('structural_values', 'INFO', 'EVENTTYPE says the kind of an event that no EVENT names')
    const isStructural = alts.some((alt) => alt.startsWith('<') && alt !== '<*>' && alt !== '<NON_REF>')
    if (!isStructural && info.place('SVLEN') === null && info.place('SVCLAIM') === null) return
    checkLength(alts, list('SVLEN'), say)
    checkClaim(alts, list('SVCLAIM'), say)
    if (alts.some((alt) => alt.startsWith('<CNV:TR'))) checkRepeats(alts, list, say)
  }
}

function checkLength(alts: readonly string[], lengths: readonly string[] | null, say: Say): void {
  for (const [at, alt] of alts.entries()) {
    const kind = kindOf(alt)
    const length = lengths?.[at] ?? (lengths?.length === 1 ? lengths[0] : undefined)
    if (kind !== null && lengths === null) return say('structural_length', 'INFO', `${alt.slice(0, 30)} lacks SVLEN, which since VCF 4.4 says where it ends`)
    if (kind !== null && withLength.has(kind) && length === '.') say('structural_length', 'INFO', `the SVLEN of ${alt.slice(0, 30)} is not stated`)
    if (length !== undefined && length.startsWith('-')) say('structural_length', 'INFO', `the SVLEN of ${alt.slice(0, 30)} is negative; since VCF 4.4 it is the length itself`)
    if (kind === null && length !== undefined && length !== '.' && (isBases(alt) || alt.startsWith('<'))) say('structural_length', 'INFO', `SVLEN gives ${length.slice(0, 12)} for ${alt.slice(0, 30)}, which is no structural variant of the specification`)
  }
}

function checkClaim(alts: readonly string[], claims: readonly string[] | null, say: Say): void {
  for (const [at, claim] of (claims ?? []).entries()) {
    const alt = alts[at] ?? ''
    if (!['D', 'J', 'DJ', '.'].includes(claim)) say('structural_claim', 'INFO', `SVCLAIM reads "${claim.slice(0, 12)}"; it may be D, J or DJ`)
    else if (claim === '.' && (kindOf(alt) === 'DEL' || kindOf(alt) === 'DUP')) say('structural_claim', 'INFO', `SVCLAIM of ${alt.slice(0, 30)} is not stated: neither depth nor junction is claimed`)
    else if (claim !== '.' && isBases(alt)) say('structural_claim', 'INFO', `SVCLAIM gives ${claim} for ${alt.slice(0, 30)}, which is no structural variant`)
  }
}

/** Tandem repeats: `RN` repeats for each allele (1 unless stated), for each a sequence or length of its unit, and as many units as `RUC` counts. */
function checkRepeats(alts: readonly string[], list: (key: string) => string[] | null, say: Say): void {
  const units = list('RUS') ?? list('RUL')
  if (units === null) return say('tandem_repeat', 'INFO', 'a tandem repeat states neither RUS nor RUL, the sequence or length of its unit')
  const stated = list('RN')
  const repeats = alts.reduce((sum, alt, at) => sum + (alt.startsWith('<CNV:TR') ? Math.max(0, Math.floor(Number(stated?.[at] ?? 1)) || 0) : 0), 0)
  for (const key of ['RUS', 'RUL', 'RUC', 'RB']) {
    const values = list(key)
    if (values !== null && values.length !== repeats) say('tandem_repeat', 'INFO', `${key} has ${counted(values.length, 'value')} where the alleles hold ${counted(repeats, 'repeat')}`)
  }
  const bases = list('RUB')
  if (bases === null) return
  const counts = list('RUC')
  if (counts === null) return say('tandem_repeat', 'INFO', 'RUB gives the bases of each unit, but no RUC says how many units there are')
  const wanted = counts.reduce((sum, count) => sum + (count === '.' ? 1 : Math.ceil(Number(count)) || 0), 0)
  if (bases.length !== wanted) say('tandem_repeat', 'INFO', `RUB has ${counted(bases.length, 'value')} where RUC counts ${counted(wanted, 'unit')}`)
}
