/** Sentences made short enough for a wall; nothing that limits them is dropped. The option's own name stands above as the title. */
export const wallReason = (text: string, option: string): string =>
  text.replaceAll(option, 'this option').replace('exactly as the evidence states it', 'exactly')
    .replace('This is an inference from the pathway, not clinical evidence.', 'Inferred, not clinical evidence.').replace('This is an inference, not clinical evidence.', 'Inferred, not clinical evidence.')

const codes: Record<string, string> = {
  confirm: 'confirms it', dispute: 'disputes it', qualify: 'holds, with a limit', avoid: 'not to do', test: 'asks for it', HIGH: 'band HIGH', MODERATE: 'band MODERATE', WEAK: 'band WEAK', NONE: 'band NONE', LOW: 'band LOW, evidence against',
}
const plain = (code: string) => codes[code] ?? code.replaceAll('_', ' ').replaceAll('unknown', 'not known')

/** What one column says, `CODE: words Against: words`, in its three parts. */
export function wallSaid(text: string): { code: string; words: string; against: string } {
  const colon = text.indexOf(': ')
  const [code, rest] = colon < 0 ? [text, ''] : [text.slice(0, colon), text.slice(colon + 2)]
  const at = rest.indexOf('Against: ')
  const [words, against] = at < 0 ? [rest, ''] : [rest.slice(0, at).trim(), rest.slice(at + 'Against: '.length)]
  return { code: plain(code), words: words.replace(/^score -/, 'score −'), against }
}

export const outcomeWords: Record<string, string> = { agreed: 'agreed', agreed_dissent: 'agreed, with dissent', needs_test: 'needs a test first', left_open: 'left open' }
