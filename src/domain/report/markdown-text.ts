/** A person's words inside Markdown: one line, with the signs that Markdown would read as its own written as signs. Brackets stay, they hold sources. */
export const plain = (text: string): string => text.replace(/\s+/g, ' ').trim().replace(/[\\`*_<>|#~]/g, (sign) => `\\${sign}`)

/** The words as a reader sees them: without escapes and emphasis. */
export const asRead = (markdown: string): string => markdown.replace(/(?<!\\)[*_`]/g, '').replace(/\\([\\`*_<>|#~])/g, '$1')

/** Ends a piece of text as a sentence. */
export const sentence = (text: string): string => (text === '' || /[.!?]$/.test(text) ? text : `${text}.`)

export const list = (items: readonly string[]): string => items.map((item) => `- ${item}`).join('\n')

/** `a`, `a and b`, `a, b and c`. */
export const joinedAnd = (items: readonly string[]): string => (items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`)

export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((c) => (c === '' ? ' ' : c.replaceAll('\n', ' '))).join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}

/** First letter upper case, unless the word is written in its own way (`mTOR`). */
export const capital = (text: string): string => (/^[a-z][a-z ,+-]/.test(text) ? text.charAt(0).toUpperCase() + text.slice(1) : text)

/** First letter lower case inside a sentence, unless the word is a symbol or an abbreviation (`PTEN`, `T790M`). */
export const uncapital = (text: string): string => (/^[A-Z][a-z]+(?:[ ,]|$)/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text)
