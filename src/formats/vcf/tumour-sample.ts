import type { VcfHeader } from './header.ts'

/** The column of the tumour (-1 when no column could be told), the normal's, and the rule that found it. */
export type TumourChoice = { tumour: number; normal: number; rule: string }

const unclear = (rule: string): TumourChoice => ({ tumour: -1, normal: -1, rule })

function tokens(name: string): string[] {
  return name.toLowerCase().split(/[^a-z]+/)
}

const tumourWords = new Set(['tumor', 'tumour', 'somatic', 'metastasis'])
const normalWords = new Set(['normal', 'germline', 'blood', 'control'])
const speaksOf = (name: string, words: Set<string>) => tokens(name).some((word) => words.has(word))

/** TCGA barcode: the fourth field starts with the sample type, 01–09 tumour, 10–19 normal (TCGA code tables). */
function tcgaType(name: string): 'tumour' | 'normal' | null {
  const fields = name.split('-')
  if (fields[0] !== 'TCGA' || fields.length < 4 || fields.length > 8) return null
  const type = Number((fields[3] ?? '').slice(0, 2))
  return type >= 1 && type <= 9 ? 'tumour' : type >= 10 && type <= 19 ? 'normal' : null
}

/**
 * Which column is the tumour. Column order differs from caller to caller, so a place is never a reason:
 * the person's choice → the header → a column named TUMOR → a name that says so → the only column → the one that is not the named normal → ask.
 */
export function chooseTumour(header: VcfHeader, samples: readonly string[], chosen: string | null): TumourChoice {
  if (chosen !== null) {
    const at = samples.indexOf(chosen)
    return at < 0 ? unclear('sample_not_found') : { tumour: at, normal: samples.length === 2 ? 1 - at : -1, rule: 'chosen' }
  }
  if (samples.length === 0) return unclear('no_sample_columns')
  if (new Set(samples).size < samples.length) return unclear('duplicate_sample_name')
  const only = (rule: string, is: (name: string) => boolean): TumourChoice | null => {
    const found = samples.flatMap((name, at) => (is(name) ? [at] : []))
    if (found.length !== 1 || found[0] === undefined) return null
    const normals = samples.flatMap((name, at) => (at !== found[0] && (header.normalNames.has(name) || speaksOf(name, normalWords) || tcgaType(name) === 'normal') ? [at] : []))
    return { tumour: found[0], normal: normals.length === 1 ? normals[0] ?? -1 : samples.length === 2 ? 1 - found[0] : -1, rule }
  }
  const inPath = (name: string, paths: readonly string[]) => name.length > 3 && paths.some((path) => path.startsWith(name) || path.includes(`_${name}`))
  const found = only('header', (name) => header.tumourNames.has(name))
    ?? only('command_line', (name) => inPath(name, header.tumourPaths) && !inPath(name, header.normalPaths))
    ?? only('named_tumour', (name) => ['tumor', 'tumour'].includes(name.toLowerCase()))
    ?? only('name_says_tumour', (name) => speaksOf(name, tumourWords) && !speaksOf(name, normalWords))
    ?? only('tcga_barcode', (name) => tcgaType(name) === 'tumour' && samples.length > 1)
  if (found) return found
  if (samples.length === 1) {
    return header.normalNames.has(samples[0] ?? '') && header.tumourNames.size === 0 ? unclear('only_column_is_a_normal') : { tumour: 0, normal: -1, rule: 'only_column' }
  }
  const others = samples.filter((name) => !header.normalNames.has(name))
  if (others.length === 1 && others[0] !== undefined && samples.length === 2) {
    const at = samples.indexOf(others[0])
    return { tumour: at, normal: 1 - at, rule: 'not_the_named_normal' }
  }
  return unclear('not_stated')
}
