import { standingSignatures } from '#src/domain/case/decide.ts'
import type { CaseState } from '#src/domain/case/state.ts'
import { refused, type Refused } from '#src/domain/refusal.ts'
import type { Deps } from '../deps.ts'
import { makePdf } from '../report/pdf.ts'
import { makeBundle } from '../signing/bundle.ts'
import { instantWithOffset } from '../signing/statement.ts'
import { partBytes } from './part-bytes.ts'
import { pdfSignatures } from './pdf-signatures.ts'
import { sealedPartsOf } from './prepare-seal.ts'
import { assembleReport } from './report-view-of.ts'

type File = { bytes: Uint8Array; name: string }

/** The sealed PDF byte for byte; before the seal a draft that says so on every page. */
export async function exportPdf(deps: Deps, state: CaseState): Promise<File | Refused> {
  if (!state.consensus) return refused('not_yet_agreed')
  const bytesOf = partBytes(deps, state)
  if (state.seal) return { bytes: await bytesOf(state.seal.pdf), name: `${state.code}-r${state.revision}.pdf` }
  const report = await assembleReport(deps, state)
  const changed = Object.values(state.sections).map((s) => s.at).sort().at(-1) ?? state.consensus.at
  const bytes = await makePdf({
    content: report.content, contentHash: report.contentHash, status: 'draft', signatures: await pdfSignatures(standingSignatures(state), bytesOf), at: instantWithOffset(new Date(changed), deps.zone),
  })
  return { bytes, name: `${state.code}-r${state.revision}-draft.pdf` }
}

/** The signed report with all that is needed to verify it offline. */
export async function exportBundle(deps: Deps, state: CaseState): Promise<File | Refused> {
  if (!state.seal) return refused('not_signed')
  const bytesOf = partBytes(deps, state)
  const signatures = standingSignatures(state)
  const content = await bytesOf(signatures[0]?.content ?? '')
  const bytes = await makeBundle(deps.keys, {
    parts: await sealedPartsOf(state, signatures, { content, pdf: await bytesOf(state.seal.pdf) }, bytesOf),
    manifest: await bytesOf(state.seal.manifest), seal: await bytesOf(state.seal.seal), log: await deps.store.entries(state.id),
  })
  return { bytes, name: `${state.code}-r${state.revision}.zip` }
}
