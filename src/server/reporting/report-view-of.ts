import type { ReportView, SectionView, SignatureView } from '#src/contract/views/report-view.ts'
import { standingSignatures } from '#src/domain/case/decide.ts'
import type { CaseState, GivenSignature } from '#src/domain/case/state.ts'
import { ReportContent } from '#src/domain/report/content.ts'
import { intendedUse } from '#src/domain/report/intended-use.ts'
import { patientGrade } from '#src/domain/report/reading-grade.ts'
import type { Deps } from '../deps.ts'
import type { Opened } from '../case/open-case.ts'
import { readPart } from '../case/parts.ts'
import { TextPart } from '../case/snapshot.ts'
import { reportDocument, type AdoptedText, type AssembledReport } from '../report/report-view.ts'
import { Statement } from '../signing/statement.ts'
import { partBytes } from './part-bytes.ts'
import { reportInputOf } from './report-input-of.ts'

/**
 * The report as it stands: the bytes that were signed, once there is a standing signature; before that drafted from the decisions, with the
 * sections that named persons have adopted. A later version of the product cannot redraw what somebody has signed.
 */
export async function assembleReport(deps: Deps, state: CaseState): Promise<AssembledReport> {
  const signed = standingSignatures(state)[0]
  return signed ? frozenReport(deps, state, signed) : draftedReport(deps, state)
}

async function frozenReport(deps: Deps, state: CaseState, signed: GivenSignature): Promise<AssembledReport> {
  const contentBytes = await partBytes(deps, state)(signed.content)
  const content = ReportContent.parse(JSON.parse(new TextDecoder().decode(contentBytes)))
  const sections = content.sections.map((s): SectionView => ({
    ...s, state: s.kind === 'block' ? 'data' : 'adopted', adoptedAt: state.sections[s.id]?.at ?? null, version: state.sections[s.id]?.version ?? 0,
  }))
  return { sections, lint: [], missing: [], content, contentBytes, contentHash: signed.contentHash, readingGrade: patientGrade(sections, await reportInputOf(deps, state)) }
}

async function draftedReport(deps: Deps, state: CaseState): Promise<AssembledReport> {
  const people = new Map((await deps.identity.people()).map((p) => [p.id, p.name]))
  const adopted: Record<string, AdoptedText> = {}
  for (const [section, { text, version, by, at }] of Object.entries(state.sections)) {
    adopted[section] = { markdown: (await readPart(deps, state.id, text, TextPart)).text, byName: people.get(by) ?? 'unknown', at, version }
  }
  const input = await reportInputOf(deps, state)
  return reportDocument({
    input, adopted, revision: state.revision, demonstration: state.demonstration, snapshot: state.round.snapshot,
    reviewedRun: state.consensus?.run ?? state.round.baseRun, knowledge: input.run.knowledge,
  })
}

export async function reportViewOf(deps: Deps, { state, sight }: Pick<Opened, 'state' | 'sight'>): Promise<ReportView> {
  const report = await assembleReport(deps, state)
  const standing = standingSignatures(state)
  return {
    revision: state.revision, status: state.seal ? 'final' : standing.length > 0 ? 'signing' : 'draft', sections: report.sections, lint: report.lint, contentHash: report.contentHash,
    signatures: await signaturesOf(deps, state), seal: state.seal ? { at: state.seal.at, manifest: state.seal.manifest, fingerprint: deps.keys.fingerprint } : null,
    intendedUse, mySlot: sight.slot, readingGrade: report.readingGrade,
  }
}

/** Every signature ever given, each with the revision it was given to. */
async function signaturesOf(deps: Deps, state: CaseState): Promise<SignatureView[]> {
  return Promise.all(state.signatures.map(async (s) => {
    const statement = await readPart(deps, state.id, s.statement, Statement)
    return {
      slot: s.slot, name: statement.signer.name, credential: statement.signer.credential, meaning: s.meaning, reservation: statement.reservation, at: statement.at, authenticatedBy: statement.authenticatedBy,
      revision: s.revision, contentHash: s.contentHash, standing: !s.withdrawn && s.revision === state.revision,
    }
  }))
}
