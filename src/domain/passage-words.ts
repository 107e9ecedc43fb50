import { parseProteinChange, type ProteinChange } from './protein-change.ts'

export type PassageWords = {
  /** As written, whole and in parts: `EML4-ALK` is there as itself, as EML4 and as ALK. */
  words: ReadonlySet<string>
  upper: ReadonlySet<string>
  lower: string
  changes: readonly ProteinChange[]
  exons: ReadonlySet<number>
}

/** Longer passages are not one conclusion; what stands behind is not looked at. */
const longest = 2000

/** A passage of a report cut into what may name a gene or a change. Linear in its length. */
export function passageWords(text: string): PassageWords {
  const flat = text.slice(0, longest).normalize('NFKC').replaceAll('\u00ad', '')
  const whole = flat.split(/[\s,;|"“”]+/).map(trimmed).filter(Boolean)
  const parts = [...whole, ...whole.flatMap((word) => word.split(/[:/()[\]–-]+/)).map(trimmed).filter(Boolean)]
  const words = new Set(parts)
  return {
    words, upper: new Set(parts.map((word) => word.toUpperCase())), lower: whole.join(' ').toLowerCase(),
    // A change has a place in the protein: a word without a digit is none.
    changes: [...words].filter((word) => /\d/.test(word)).map(parseProteinChange).filter((change) => change !== null),
    exons: exonsIn(whole),
  }
}

const opening = '([{\'‘'
const closing = '.:!?)]}\'’'

/** Without the punctuation around it; the bracket of `p.(Leu858Arg)` belongs to the word. */
function trimmed(word: string): string {
  let [from, to] = [0, word.length]
  while (from < to && opening.includes(word.charAt(from))) from++
  while (to > from && closing.includes(word.charAt(to - 1)) && !(word.charAt(to - 1) === ')' && word.slice(from, to - 1).includes('('))) to--
  return word.slice(from, to)
}

/** `exon 19`, `exons 19`, `ex19`, `exon19`. */
function exonsIn(words: readonly string[]): ReadonlySet<number> {
  const numbers = words.flatMap((word, at) => {
    const low = word.toLowerCase()
    if (low === 'exon' || low === 'exons') return [Number(words[at + 1])]
    return low.startsWith('exon') ? [Number(low.slice(4))] : low.startsWith('ex') ? [Number(low.slice(2))] : []
  })
  return new Set(numbers.filter((number) => Number.isInteger(number) && number > 0))
}
