import type { ReportContent } from '#src/domain/report/content.ts'
import type { Meaning } from '#src/domain/case/events.ts'
import type { Slot } from '#src/domain/person.ts'

export type PdfSignature = {
  slot: Slot; name: string; credential: string; meaning: Meaning; reservation: string
  /** Instant with offset, as in the statement. */
  at: string
  authenticatedBy: string
  revision: number
  /** Hash of the signature; its first eight digits are printed. */
  hash: string
}

/** What is printed. The same document gives the same bytes, in Node and in a browser. */
export type PdfDocument = {
  content: ReportContent
  contentHash: string
  status: 'draft' | 'final'
  signatures: readonly PdfSignature[]
  /** Instant with offset: of the seal for a final report, of the last change for a draft. It is the creation date of the file. */
  at: string
}
