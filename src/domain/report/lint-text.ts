import { asRead } from './markdown-text.ts'

export type LintSection = { id: string; part: string; kind: 'text' | 'block'; markdown: string }

/** Sentences, list items and paragraphs of a text, as a reader sees them. */
export const sentencesOf = (markdown: string): string[] =>
  asRead(markdown).split('\n').flatMap((line) => line.replace(/^\s*(?:#+|-|\d{1,3}\.)\s+/, '').split(/(?<=[.!?])\s+/)).map((s) => s.trim()).filter((s) => s !== '')

/** For comparing words regardless of case, spaces, escapes and the last full stop. */
export const flat = (text: string): string => asRead(text.normalize('NFC')).replace(/\s+/g, ' ').trim().replace(/[.!?]$/, '').toLowerCase()
