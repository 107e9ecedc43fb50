import type { ReportView } from '#src/contract/views/report-view.ts'
import { standingSignatures } from '#src/domain/case/decide.ts'
import type { EventData, Meaning } from '#src/domain/case/events.ts'
import type { CaseState, GivenSignature } from '#src/domain/case/state.ts'
import { otherSlot, type Person, type Slot } from '#src/domain/person.ts'
import { isRefused, refused, type Refused } from '#src/domain/refusal.ts'
import { act } from '../case/act.ts'
import type { Opened } from '../case/open-case.ts'
import type { Deps } from '../deps.ts'
import type { AssembledReport } from '../report/report-view.ts'
import { makeStatement, signStatement, type StatementInput } from '../signing/statement.ts'
import type { Part } from '../store/ports.ts'
import { todayIn } from '../today.ts'
import { assembleReport, reportViewOf } from './report-view-of.ts'
import { credentialText } from './report-input-of.ts'
import { prepareSeal } from './prepare-seal.ts'

export type Signing = { commandId: string; revision: number; contentHash: string; meaning: Meaning; reservation: string; noConflict: boolean; password: string }
type Method = StatementInput['authenticatedBy']

/**
 * One expert signs the report as it stands. Who, in which role and when come from the session and the server's clock; the password is the
 * fresh authentication. The second signature and the seal are one act.
 */
export async function signReport(deps: Deps, opened: Opened, slot: Slot, request: Request, body: Signing): Promise<ReportView | Refused | { tooMany: true }> {
  const { person, sight, state: seen } = opened
  const needsWords = body.meaning === 'concur_with_reservation' || body.meaning === 'do_not_concur'
  if (needsWords && body.reservation.trim().length < 10) return refused('reason_required', 'reservation')
  if (!body.noConflict && body.reservation.trim().length < 10) return refused('reason_required', 'conflict_of_interest')
  const fresh = await deps.identity.authenticateAgain(request, person, body.password)
  if (fresh === 'too_many_attempts') return { tooMany: true }
  if (fresh === 'step_up_failed') return refused('step_up_failed')
  const done = await act(deps, {
    // The password never reaches log, receipt or fingerprint.
    caseId: seen.id, person, role: slot, commandId: body.commandId, body: { ...body, commandId: '', password: '' },
    prepare: async (state) => {
      if (!state?.consensus) return refused(state ? 'not_yet_agreed' : 'case_not_found')
      const report = await assembleReport(deps, state)
      const given = await giveSignature(deps, { state, person, slot, body, report, method: fresh.method })
      const first = standingSignatures(state).find((s) => s.slot === otherSlot(slot))
      const sealed = first ? await prepareSeal(deps, state, report, [first, given.signature], given.parts) : null
      return {
        command: {
          type: 'sign_report', personId: person.id, revision: body.revision, contentHash: body.contentHash, content: given.signature.content, statement: given.signature.statement,
          signature: given.signature.signature, meaning: body.meaning, expectedContentHash: report.contentHash, sectionsMissing: report.missing,
          lint: report.lint.filter((f) => f.blocking).map((f) => `${f.section}: ${f.detail}`), credentialValid: (person.credential?.validUntil ?? '') >= todayIn(deps), seal: sealed?.event ?? null,
        },
        parts: [...given.parts, ...(sealed?.parts ?? [])], deleteDrafts: [],
      }
    },
  })
  return isRefused(done) ? done : reportViewOf(deps, { state: done, sight })
}

type Giving = { state: CaseState; person: Person; slot: Slot; body: Signing; report: AssembledReport; method: Method }

async function giveSignature(deps: Deps, { state, person, slot, body, report, method }: Giving): Promise<{ signature: GivenSignature; parts: Part[] }> {
  const at = deps.clock()
  const previous = standingSignatures(state).at(-1)?.signature ?? null
  const statement = await makeStatement({
    caseCode: state.code, revision: state.revision, contentHash: report.contentHash, meaning: body.meaning, reservation: body.reservation.trim(),
    signer: { id: person.id, name: person.name, credential: credentialText(person), role: slot }, at, zone: deps.zone, authenticatedBy: method, previous, demonstration: state.demonstration,
  })
  const signature = await signStatement(deps.keys, statement.bytes)
  const part = (kind: string, hash: string, bytes: Uint8Array): Part => ({ caseId: state.id, kind, hash, bytes })
  const data: EventData<'report_signed'> = { revision: state.revision, slot, contentHash: report.contentHash, content: report.contentHash, statement: statement.hash, signature: signature.hash, meaning: body.meaning }
  return {
    signature: { ...data, personId: person.id, at: at.toISOString(), withdrawn: false },
    parts: [part('content', report.contentHash, report.contentBytes), part('statement', statement.hash, statement.bytes), part('signature', signature.hash, signature.bytes)],
  }
}

/** A first signer may take the signature back before the second has signed. */
export async function withdrawSignature(deps: Deps, { state, person, sight }: Opened, body: { commandId: string }): Promise<ReportView | Refused> {
  const done = await act(deps, {
    caseId: state.id, person, role: sight.role, commandId: body.commandId, body: { withdraw: true },
    prepare: async () => ({ command: { type: 'withdraw_signature', personId: person.id }, parts: [], deleteDrafts: [] }),
  })
  return isRefused(done) ? done : reportViewOf(deps, { state: done, sight })
}
