import type { ReadContext } from '../record-file.ts'

/**
 * The two genes of a fusion as laboratories write it: `EML4::ALK`, `EML4--ALK`, `EML4/ALK`, `EML4-ALK fusion`. A single hyphen divides only where
 * both sides are genes, since symbols hold hyphens themselves (HLA-A, NKX2-1). Null when no pair can be told.
 */
export function fusionPair(text: string, context: ReadContext): [string, string] | null {
  const bare = withoutWords(text.trim())
  for (const divider of ['::', '--', '/', ';', ':']) {
    const at = bare.indexOf(divider)
    if (at > 0 && at + divider.length < bare.length) return [bare.slice(0, at).trim(), bare.slice(at + divider.length).trim()]
  }
  for (let at = bare.indexOf('-'); at > 0; at = bare.indexOf('-', at + 1)) {
    const [left, right] = [bare.slice(0, at), bare.slice(at + 1)]
    if (context.resolveGene(left).via !== 'none' && context.resolveGene(right).via !== 'none') return [left, right]
  }
  return null
}

function withoutWords(text: string): string {
  const lower = text.toLowerCase()
  for (const word of [' fusion', ' rearrangement', ' translocation', ' - archer']) {
    const at = lower.indexOf(word)
    if (at > 0) return withoutWords(text.slice(0, at))
  }
  return text
}
