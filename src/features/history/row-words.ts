const outcomes: Record<string, string> = { agreed: 'agreed', agreed_dissent: 'agreed, with dissent', needs_test: 'needs a test first', left_open: 'left open' }
export const outcomeOf = (code: string): string => outcomes[code] ?? code.replaceAll('_', ' ')

/** A decision point by its id: `therapy:a+b`, `driver:…`, `interaction:bypass:EGFR+MET`. */
export function kindOfRow(id: string): string {
  const [kind = '', ...rest] = id.split(':')
  const what = rest.join(':')
  if (what === '' || what === 'case') return kind.replaceAll('_', ' ')
  if (kind === 'therapy') return what.split('+').join(' + ')
  if (kind === 'interaction') {
    const [how = '', ...members] = rest
    return members.length === 0 ? `interaction ${how.replaceAll('_', ' ')}` : `${how.replaceAll('_', ' ')}: ${(members[0] ?? '').split('+').join(' and ')}`
  }
  return `${kind.replaceAll('_', ' ')} ${what}`
}
