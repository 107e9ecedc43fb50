import type { Params } from '#src/domain/analysis.ts'

/** A parameter as text; lists are joined as a sentence joins them. */
export function text(params: Params, name: string): string {
  const value = params[name]
  if (value === undefined) return 'not stated'
  return Array.isArray(value) ? list(value) : String(value)
}

export function list(values: readonly string[]): string {
  if (values.length === 0) return 'nothing'
  return values.length === 1 ? values[0] ?? '' : `${values.slice(0, -1).join(', ')} and ${values.at(-1) ?? ''}`
}

export function path(params: Params): string {
  const value = params['path']
  return Array.isArray(value) ? value.join(' → ') : 'not stated'
}

const tumourWords: Readonly<Record<string, string>> = { same: 'in this tumour type', agnostic: 'whatever the tumour type', broader: 'in a subtype of this tumour type', family: 'in a related tumour type', other: 'in another tumour type', distant: 'in a tumour of another kind (solid against blood)' }
const closenessWords: Readonly<Record<string, string>> = { stated: 'exactly as the evidence states it', codon: 'by the same residue or class', region: 'by the same exon or domain', gene: 'by the gene only', unspecified: 'by the gene only, since the exact change is not stated' }

export function tumourPhrase(params: Params): string {
  return tumourWords[text(params, 'tumourMatch')] ?? 'in a tumour type not stated'
}

export function closenessPhrase(params: Params): string {
  return closenessWords[text(params, 'variantMatch')] ?? 'to an extent not stated'
}

/** What was found, or how the condition is met where nothing has to be found (wild-type genes, receptors). */
export function findingPhrase(params: Params): string {
  const value = params['alterations']
  return Array.isArray(value) && value.length > 0 ? list(value) : text(params, 'biomarker')
}

/** What decided a setting, or what has to be known first. */
export function because(params: Params): string {
  const value = params['because']
  if (!Array.isArray(value) || value.length === 0) return ''
  return params['state'] === 'unknown' ? `; not known: ${value.join('; ')}` : ` (${value.join('; ')})`
}
