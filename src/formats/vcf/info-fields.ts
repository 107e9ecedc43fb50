import { byteTable } from '../bytes/byte-table.ts'
import { charFinder } from '../bytes/char-finder.ts'
import type { TextLine } from '../bytes/text-lines.ts'
import { ruleOf } from './value-rule.ts'
import type { ValueRule } from './value-rule.ts'
import type { Declaration } from './header.ts'
import { INFO, endOf, startOf } from './scan-line.ts'
import type { VcfLine } from './scan-line.ts'

/** One INFO key of a file: what its values must look like, and where it stands on the line that was walked last. */
export type InfoKey = { name: string; rule: ValueRule; isDeclared: boolean; seen: number; from: number; to: number }

/** Value of an INFO key on the line at hand; '' for a flag, null when it is absent. */
export type InfoText = (key: string) => string | null

export type InfoFields = {
  /** Finds all keys of a line. `onKey` gets each with its value's place; -1 as `from` for a key without `=`; `isRepeat` for a second one on the line. */
  walk: (line: VcfLine, onKey: (key: InfoKey, from: number, to: number, isRepeat: boolean) => void) => void
  text: InfoText
  /** The key on the walked line, or null. */
  place: (key: string) => InfoKey | null
}

const SEMICOLON = 59
const EQUALS = 61
/** Distinct keys that are remembered; a file that holds more is searched as text for what lies beyond. */
const KEYS = 20_000
/** Values longer than this are skipped by a search instead of byte by byte. */
const LONG = 64

/** Keys and their rules, compiled once for a file: declared ones by their declaration, reserved ones by the specification, others freely. */
export function infoFields(declared: ReadonlyMap<string, Declaration>, version: number): InfoFields {
  const make = (name: string): InfoKey => {
    const declaration = declared.get(name)
    return { name, rule: ruleOf('INFO', name, declaration, version), isDeclared: declaration !== undefined, seen: 0, from: 0, to: 0 }
  }
  const table = byteTable(KEYS, make, [...declared.keys()])
  const nextSemicolon = charFinder(';')
  let serial = 0
  let source: TextLine | null = null
  let start = 0
  let end = 0
  const place = (name: string): InfoKey | null => { const key = table.of(name); return key !== undefined && key.seen === serial ? key : null }
  return {
    walk: (line, onKey) => {
      serial++
      source = line.source
      const { bytes } = source
      start = startOf(line, INFO)
      end = endOf(line, INFO)
      for (let at = start; at < end;) {
        let stop = at
        while (stop < end && bytes[stop] !== EQUALS && bytes[stop] !== SEMICOLON) stop++
        const key = table.at(source, at, stop)
        const hasValue = bytes[stop] === EQUALS && stop < end
        const from = hasValue ? stop + 1 : -1
        if (hasValue) {
          const near = Math.min(end, stop + LONG)
          while (stop < near && bytes[stop] !== SEMICOLON) stop++
          if (stop === near && stop < end) stop = nextSemicolon(source, stop, end)
        }
        const isRepeat = key.seen === serial
        if (!isRepeat) { key.seen = serial; key.from = from; key.to = stop }
        onKey(key, from, stop, isRepeat)
        at = stop + 1
      }
    },
    place,
    text: (name) => {
      const key = place(name)
      if (key !== null) return key.from < 0 ? '' : source?.text(key.from, key.to) ?? ''
      return table.isFull() && source !== null ? infoValue(source.text(start, end), name) : null
    },
  }
}

/** Value of one INFO key of a text; '' for a flag, null when it is absent. Searches, does not split. */
function infoValue(info: string, key: string): string | null {
  const entry = `;${info};`
  for (let at = entry.indexOf(`;${key}`); at >= 0; at = entry.indexOf(`;${key}`, at + 1)) {
    const end = at + 1 + key.length
    if (entry.charAt(end) === ';') return ''
    if (entry.charAt(end) === '=') return entry.slice(end + 1, entry.indexOf(';', end))
  }
  return null
}
