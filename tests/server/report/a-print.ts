import type { PdfDocument } from '#src/server/report/pdf-document.ts'
import { reportDocument } from '#src/server/report/report-view.ts'
import { lungCase } from '#tests/domain/report/lung-case.ts'

/** A final report of the lung case, signed by both. */
export async function aPrint(more: Partial<PdfDocument> = {}): Promise<PdfDocument> {
  const { content, contentHash } = await reportDocument({ input: lungCase, adopted: {}, revision: 1, demonstration: false, snapshot: 'c'.repeat(64), reviewedRun: 'd'.repeat(64), knowledge: lungCase.run.knowledge })
  return {
    content, contentHash, status: 'final', at: '2026-11-23T10:44:00+01:00',
    signatures: [
      { slot: 'oncologist', name: 'Tomas Lindqvist', credential: 'MD, board-certified, 9912', meaning: 'reviewed_and_concur', reservation: '', at: '2026-11-23T10:26:00+01:00', authenticatedBy: 'password', revision: 1, hash: `41d0a3f8${'0'.repeat(56)}` },
      { slot: 'genomic_expert', name: 'Ruth Okafor', credential: 'PhD, FRCPath, 4471', meaning: 'concur_with_reservation', reservation: 'FISH should be read before the second cycle.', at: '2026-11-23T10:44:00+01:00', authenticatedBy: 'password', revision: 1, hash: `c8e217b5${'0'.repeat(56)}` },
    ],
    ...more,
  }
}
