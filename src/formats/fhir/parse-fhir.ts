import type { Json } from './fhir-values.ts'
import { refuse } from '../reading-refusal.ts'

const DEPTH = 100

/** Brackets are counted before parsing: a parser recurses, and a thousand levels are an attack, not a record. */
function checkDepth(text: string): void {
  let depth = 0
  let inString = false
  for (let at = 0; at < text.length; at++) {
    const char = text.charCodeAt(at)
    if (inString) { if (char === 92) at++; else if (char === 34) inString = false }
    else if (char === 34) inString = true
    else if (char === 123 || char === 91) { if (++depth > DEPTH) refuse('json_too_deep', `The record is nested more than ${DEPTH} levels deep, as no clinical record is. It was not read.`) }
    else if (char === 125 || char === 93) depth--
  }
}

/** One resource, a Bundle, an array of resources, or one resource a line (NDJSON). */
export function parseFhir(text: string): Json[] {
  checkDepth(text)
  try { return [JSON.parse(text) as Json] } catch { /* one value a line is tried next */ }
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  return lines.map((line, at) => {
    try { return JSON.parse(line) as Json } catch { return refuse('json_broken', `The record is broken at line ${at + 1}: it is no valid JSON. Export it again.`, { line: at + 1 }) }
  })
}
