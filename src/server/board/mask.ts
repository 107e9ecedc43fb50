import type { Identity } from '#src/domain/intake.ts'

const shortestMarker = 3 // two letters would blank out half of every sentence

/**
 * Takes everything that identifies the patient out of a free text: name or pseudonym, each word of it, and the local id, however they are
 * cased. The board's data has no field for identity; this keeps it out of the fields that people type into.
 */
export function masker(identity: Identity): (text: string) => string {
  const words = identity.pseudonym.split(/[\s,;]+/)
  const markers = [identity.pseudonym, identity.localId ?? '', ...words].map((m) => m.trim()).filter((m) => m.length >= shortestMarker)
  markers.sort((a, b) => b.length - a.length)
  return (text) => markers.reduce(withoutMarker, text)
}

function withoutMarker(text: string, marker: string): string {
  const lower = text.toLowerCase()
  const needle = marker.toLowerCase()
  let out = ''
  let from = 0
  for (let at = lower.indexOf(needle); at >= 0; at = lower.indexOf(needle, from)) {
    out += `${text.slice(from, at)}[masked]`
    from = at + needle.length
  }
  return out + text.slice(from)
}
