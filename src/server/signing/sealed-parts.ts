import type { ReportContent } from '#src/domain/report/content.ts'
import { canonicalJson } from '#src/server/record/canonical-json.ts'
import type { Slot } from '#src/domain/person.ts'

/** The exact bytes that a seal covers, as they were stored. */
export type SealedParts = {
  content: Uint8Array
  pdf: Uint8Array
  snapshot: Uint8Array
  reviewedRun: Uint8Array
  statements: Record<Slot, Uint8Array>
  signatures: Record<Slot, Uint8Array>
}

/** Name in the bundle of every sealed part. */
export const partNames = {
  content: 'report/content.json', pdf: 'report/report.pdf', snapshot: 'case/snapshot.json', reviewedRun: 'run/reviewed.json', knowledge: 'knowledge.json',
  statements: { genomic_expert: 'statements/genomic-expert.json', oncologist: 'statements/oncologist.json' },
  signatures: { genomic_expert: 'signatures/genomic-expert.dsse.json', oncologist: 'signatures/oncologist.dsse.json' },
} as const

export const sealedPartNames: readonly string[] = [
  partNames.content, partNames.pdf, partNames.snapshot, partNames.reviewedRun, partNames.knowledge, ...Object.values(partNames.statements), ...Object.values(partNames.signatures),
]

/** Which knowledge the report rests on: the release's name and hash, as the content states them. */
export const knowledgeBytes = (content: Pick<ReportContent, 'knowledge' | 'engine'>): Uint8Array =>
  new TextEncoder().encode(canonicalJson({ type: 'consilium.knowledge.v1', ...content.knowledge, engine: content.engine }))

/** Name → bytes of all that is sealed. */
export function sealedFiles(parts: SealedParts, content: ReportContent): Map<string, Uint8Array> {
  return new Map([
    [partNames.content, parts.content], [partNames.pdf, parts.pdf], [partNames.snapshot, parts.snapshot], [partNames.reviewedRun, parts.reviewedRun],
    [partNames.knowledge, knowledgeBytes(content)],
    [partNames.statements.genomic_expert, parts.statements.genomic_expert], [partNames.statements.oncologist, parts.statements.oncologist],
    [partNames.signatures.genomic_expert, parts.signatures.genomic_expert], [partNames.signatures.oncologist, parts.signatures.oncologist],
  ])
}
