import { charFinder } from '../bytes/char-finder.ts'
import type { InfoFields, InfoKey } from './info-fields.ts'
import { counted, wantedInstead } from './say.ts'
import type { Say } from './say.ts'
import { INFO, endOf, isMissing, startOf } from './scan-line.ts'
import type { VcfLine } from './scan-line.ts'
import { countValues } from './value-rule.ts'

const MINUS = 45
const DOT = 46
const ZERO = 48
const ONE = 49

const isHex = (byte: number | undefined) => byte !== undefined && ((byte >= 48 && byte <= 57) || (byte >= 65 && byte <= 70) || (byte >= 97 && byte <= 102))

/** Checks all keys of the INFO column against their declarations, or, for reserved keys, against the specification. */
export function infoCheck(info: InfoFields, version: number, say: Say): (line: VcfLine, alts: number) => void {
  const nextPercent = charFinder('%')
  const nextSpace = charFinder(' ')
  let line: VcfLine | null = null
  let alts = 0
  const shown = (from: number, to: number) => line?.source.text(from, Math.min(to, from + 20)) ?? ''
  const onKey = (key: InfoKey, from: number, to: number, isRepeat: boolean): void => {
    const { rule, name } = key
    if (isRepeat) say('info_key_twice', 'INFO', `the INFO key ${name.slice(0, 30)} stands twice; its first value was read`)
    if (name === '') { say('info_key_invalid', 'INFO', 'an INFO key is empty (a stray semicolon or equals sign)'); return }
    const bytes = line?.source.bytes
    if (!bytes) return
    if (from < 0) {
      if (key.isDeclared && rule.type !== 'Flag' && rule.count !== 0 && rule.type !== '') say('info_value_missing', 'INFO', `${name.slice(0, 30)} is declared with a value, but none is given`)
      return
    }
    if (rule.type === 'Flag') {
      const isMark = to === from || (to - from === 1 && (bytes[from] === ZERO || bytes[from] === ONE))
      if (!isMark) say('info_value_invalid', 'INFO', `${name.slice(0, 30)} is a mark without a value, but "${shown(from, to)}" is given`)
      return
    }
    if (rule.isFree || (to - from === 1 && bytes[from] === DOT)) return
    const count = countValues(rule.type, bytes, from, to)
    if (count < 0) say('info_value_invalid', 'INFO', `${name} reads "${shown(from, to)}", which is not of the type ${rule.type}`)
    else if (rule.isCount && bytes[from] === MINUS) say('info_value_invalid', 'INFO', `${name} reads "${shown(from, to)}", but a number of reads, alleles or samples is never negative`)
    else {
      const wanted = rule.count === 'A' ? alts : rule.count === 'R' ? alts + 1 : rule.count
      if (typeof wanted === 'number' && wanted !== count) say('info_value_count', 'INFO', `${name} has ${counted(count, 'value')} ${wantedInstead(wanted)}`)
    }
    if (name === 'CIGAR' && !isCigar(line?.source.text(from, to) ?? '')) say('info_value_invalid', 'INFO', `CIGAR reads "${shown(from, to)}", which is no alignment`)
  }
  return (of, alternatives) => {
    line = of
    alts = alternatives
    if (isMissing(of, INFO)) { info.walk(of, () => undefined); return }
    info.walk(of, onKey)
    const { bytes } = of.source
    const [from, to] = [startOf(of, INFO), endOf(of, INFO)]
    if (version < 43) { if (nextSpace(of.source, from, to) < to) say('info_holds_a_space', 'INFO', 'the INFO column holds a space, which ends a column in the eyes of some readers') } else {
      for (let at = nextPercent(of.source, from, to); at < to; at = nextPercent(of.source, at + 1, to)) {
        if (isHex(bytes[at + 1]) && isHex(bytes[at + 2])) continue
        say('percent_encoding', 'INFO', 'a percent sign stands alone; since VCF 4.3 it must be written %25')
        return
      }
    }
  }
}

/** `1M30I2D1N`, several joined by commas. */
function isCigar(text: string): boolean {
  return text.length > 2000 || text.split(',').every((one) => one === '.' || /^(?:[0-9]{1,9}[MIDNSHPX=])+$/.test(one))
}
