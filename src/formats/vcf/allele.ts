export type AlleleType = 'SNV' | 'MNV' | 'INS' | 'DEL' | 'COMPLEX' | 'BND' | 'SYMBOLIC' | 'REFERENCE' | 'SPANNING'
export type Allele = { type: AlleleType; pos: number; ref: string; alt: string }

function isBases(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (!'ACGTNacgtn'.includes(text.charAt(at))) return false
  return text.length > 0
}

// IUPAC codes stand in some references; they are legal letters for us, though never called.
const IUPAC = 'ACGTNRYSWKMBDHVacgtnryswkmbdhv'
export function isSequence(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (!IUPAC.includes(text.charAt(at))) return false
  return text.length > 0
}

/** `t[p[`, `t]p]`, `]p]t`, `[p[t` and the single breakends `G.` and `.G`. */
export function isBreakend(alt: string): boolean {
  return alt.includes('[') || alt.includes(']') || (alt.length > 1 && (alt.endsWith('.') || alt.startsWith('.')))
}

/**
 * One ALT as a minimal allele: shared suffix, then shared prefix cut, upper case. Without a reference sequence it cannot be moved to the
 * left. `<*>`, `<NON_REF>` and `.` are reference; `*` is a deletion that another record states.
 */
export function minimalAllele(pos: number, ref: string, alt: string): Allele {
  if (alt === '.' || alt === '<*>' || alt === '<NON_REF>' || alt === '') return { type: 'REFERENCE', pos, ref, alt }
  if (alt === '*') return { type: 'SPANNING', pos, ref, alt }
  if (alt.startsWith('<')) return { type: 'SYMBOLIC', pos, ref, alt }
  if (isBreakend(alt)) return { type: 'BND', pos, ref, alt }
  const r = ref.toUpperCase()
  const a = alt.toUpperCase()
  if (!isBases(r) || !isBases(a)) return { type: 'COMPLEX', pos, ref: r, alt: a }
  let rEnd = r.length
  let aEnd = a.length
  while (rEnd > 1 && aEnd > 1 && r.charCodeAt(rEnd - 1) === a.charCodeAt(aEnd - 1)) { rEnd--; aEnd-- }
  let from = 0
  while (rEnd - from > 1 && aEnd - from > 1 && r.charCodeAt(from) === a.charCodeAt(from)) from++
  const minimal = { pos: pos + from, ref: r.slice(from, rEnd), alt: a.slice(from, aEnd) }
  if (minimal.ref === minimal.alt) return { type: 'REFERENCE', ...minimal }
  return { type: typeOf(minimal.ref, minimal.alt), ...minimal }
}

function typeOf(ref: string, alt: string): AlleleType {
  if (ref.length === alt.length) return ref.length === 1 ? 'SNV' : 'MNV'
  if (ref.length === 1 && alt.startsWith(ref)) return 'INS'
  if (alt.length === 1 && ref.startsWith(alt)) return 'DEL'
  return 'COMPLEX'
}
