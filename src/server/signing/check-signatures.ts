import { sha256Hex } from '#src/server/record/sha-256.ts'
import type { ReportContent } from '#src/domain/report/content.ts'
import type { Slot } from '#src/domain/person.ts'
import { openEnvelope, sameBytes } from './dsse.ts'
import { parseExact } from './parse-exact.ts'
import type { Manifest } from './seal.ts'
import { partNames } from './sealed-parts.ts'
import { Statement, statementType } from './statement.ts'
import type { Files, Note, PublicKey } from './verification.ts'

export type FoundSignature = { slot: Slot; statement: Statement; statementHash: string; signatureHash: string }

/** Two statements of two persons in two slots, over this very content, each signed, the later naming the earlier. */
export async function checkSignatures(files: Files, manifest: Manifest, content: ReportContent | null, key: PublicKey, note: Note): Promise<FoundSignature[]> {
  const found: FoundSignature[] = []
  for (const slot of ['genomic_expert', 'oncologist'] as const) {
    const name = `Signature, ${slot.replace('_', ' ')}`
    const [bytes, envelope] = [files.get(partNames.statements[slot]), files.get(partNames.signatures[slot])]
    if (!bytes || !envelope) continue // said by the check of completeness
    const statement = parseExact(bytes, Statement)
    const opened = await openEnvelope(envelope, statementType, key.key, key.fingerprint)
    const why = !statement ? 'the statement cannot be read' : !opened.ok ? `the envelope ${opened.why}` : !sameBytes(opened.body, bytes) ? 'the envelope holds another statement' : await misfit(statement, slot, manifest, content)
    if (why || !statement) note(name, 'failed', why ?? '')
    else {
      note(name, 'passed', `${statement.signer.name}, ${statement.meaning.replaceAll('_', ' ')}, ${statement.at}`)
      found.push({ slot, statement, statementHash: await sha256Hex(bytes), signatureHash: await sha256Hex(envelope) })
    }
  }
  const [a, b] = found
  if (a && b) {
    const chained = (a.statement.previous === null && b.statement.previous === a.signatureHash) || (b.statement.previous === null && a.statement.previous === b.signatureHash)
    if (a.statement.signer.id === b.statement.signer.id) note('Two persons', 'failed', 'one person signed in both slots')
    else if (!chained) note('Two persons', 'failed', 'the later signature does not name the earlier one')
    else note('Two persons', 'passed', 'the later signature names the earlier one')
  }
  return found
}

async function misfit(statement: Statement, slot: Slot, manifest: Manifest, content: ReportContent | null): Promise<string | null> {
  if (statement.contentHash !== manifest.contentHash) return 'it was given to another text'
  if (statement.caseCode !== manifest.caseCode || statement.revision !== manifest.revision) return 'it was given to another case or revision'
  if (statement.signer.role !== slot) return 'it was given in another role'
  if (statement.demonstration !== manifest.demonstration) return 'demonstration and real are mixed'
  if (!content) return null // without the text, nothing more can be compared; its absence is said elsewhere
  const expert = content.experts[slot]
  if (expert.personId !== statement.signer.id || expert.name !== statement.signer.name) return 'the report names another expert'
  return (await sha256Hex(new TextEncoder().encode(content.intendedUse))) === statement.intendedUse ? null : 'it was given under another intended use'
}
