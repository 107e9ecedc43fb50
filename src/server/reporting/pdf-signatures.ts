import type { GivenSignature } from '#src/domain/case/state.ts'
import type { PdfSignature } from '../report/pdf-document.ts'
import { Statement } from '../signing/statement.ts'
import type { BytesOf } from './part-bytes.ts'

/** What is printed of each signature, read from the statement that was signed. */
export async function pdfSignatures(signatures: readonly GivenSignature[], bytesOf: BytesOf): Promise<PdfSignature[]> {
  return Promise.all(signatures.map(async (s) => {
    const statement = Statement.parse(JSON.parse(new TextDecoder().decode(await bytesOf(s.statement))))
    return {
      slot: s.slot, name: statement.signer.name, credential: statement.signer.credential, meaning: s.meaning, reservation: statement.reservation, at: statement.at,
      authenticatedBy: statement.authenticatedBy, revision: s.revision, hash: s.signature,
    }
  }))
}
