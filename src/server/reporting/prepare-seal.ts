import type { EventData } from '#src/domain/case/events.ts'
import type { CaseState, GivenSignature } from '#src/domain/case/state.ts'
import type { Slot } from '#src/domain/person.ts'
import type { Deps } from '../deps.ts'
import { makePdf } from '../report/pdf.ts'
import type { AssembledReport } from '../report/report-view.ts'
import { makeSeal } from '../signing/seal.ts'
import type { SealedParts } from '../signing/sealed-parts.ts'
import { instantWithOffset } from '../signing/statement.ts'
import type { Part } from '../store/ports.ts'
import { partBytes, type BytesOf } from './part-bytes.ts'
import { pdfSignatures } from './pdf-signatures.ts'

/** The final PDF and the seal over every part, made before the act so that the second signature and the seal are appended together. */
export async function prepareSeal(deps: Deps, state: CaseState, report: AssembledReport, signatures: readonly GivenSignature[], fresh: readonly Part[]): Promise<{ event: EventData<'report_sealed'>; parts: Part[] }> {
  const at = instantWithOffset(deps.clock(), deps.zone)
  const bytesOf = partBytes(deps, state, fresh)
  const pdf = await makePdf({ content: report.content, contentHash: report.contentHash, status: 'final', signatures: await pdfSignatures(signatures, bytesOf), at })
  const sealed = await makeSeal(deps.keys, { at, parts: await sealedPartsOf(state, signatures, { content: report.contentBytes, pdf }, bytesOf) })
  const part = (kind: string, hash: string, bytes: Uint8Array): Part => ({ caseId: state.id, kind, hash, bytes })
  return {
    event: { revision: state.revision, manifest: sealed.manifest.hash, seal: sealed.seal.hash, pdf: sealed.pdfHash },
    parts: [part('manifest', sealed.manifest.hash, sealed.manifest.bytes), part('seal', sealed.seal.hash, sealed.seal.bytes), part('pdf', sealed.pdfHash, pdf)],
  }
}

export async function sealedPartsOf(state: CaseState, signatures: readonly GivenSignature[], { content, pdf }: { content: Uint8Array; pdf: Uint8Array }, bytesOf: BytesOf): Promise<SealedParts> {
  const of = (slot: Slot) => {
    const given = signatures.find((s) => s.slot === slot)
    if (!given) throw new Error('A seal needs both signatures')
    return given
  }
  const both = async (pick: (s: GivenSignature) => string) => ({ genomic_expert: await bytesOf(pick(of('genomic_expert'))), oncologist: await bytesOf(pick(of('oncologist'))) })
  return {
    content, pdf, snapshot: await bytesOf(state.round.snapshot), reviewedRun: await bytesOf(state.consensus?.run ?? state.round.baseRun),
    statements: await both((s) => s.statement), signatures: await both((s) => s.signature),
  }
}
