import { seal, unseal } from '#src/server/keys/sealed-box.ts'
import { sha256Hex } from '#src/server/record/sha-256.ts'
import type { Draft, Json, Part } from './ports.ts'

/** Parts and drafts as they lie at rest: sealed with the key of their case and bound to the place they belong to. */
export async function sealPart(key: CryptoKey, part: Part): Promise<Uint8Array> {
  if ((await sha256Hex(part.bytes)) !== part.hash) throw new Error(`part ${part.hash} of case ${part.caseId} does not have the hash it is named by`)
  return seal(key, partLabel(part), part.bytes)
}

export const openPart = (key: CryptoKey, part: PartPlace, body: Uint8Array) => unseal(key, partLabel(part), body)

export const sealDraft = (key: CryptoKey, place: DraftPlace, body: Json) => seal(key, draftLabel(place), new TextEncoder().encode(JSON.stringify(body)))

export async function openDraft(key: CryptoKey, place: DraftPlace, body: Uint8Array): Promise<Json> {
  // Guaranteed by sealDraft, the only writer: the seal is authenticated.
  return JSON.parse(new TextDecoder().decode(await unseal(key, draftLabel(place), body))) as Json
}

type PartPlace = Omit<Part, 'bytes'>
type DraftPlace = Pick<Draft, 'caseId' | 'personId' | 'part'>
const partLabel = ({ caseId, hash, kind }: PartPlace) => JSON.stringify(['part', caseId, hash, kind])
const draftLabel = ({ caseId, personId, part }: DraftPlace) => JSON.stringify(['draft', caseId, personId, part])
