import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { noOverrides } from '#src/domain/analysis.ts'
import type { CalendarDate } from '#src/domain/calendar-date.ts'
import type { Alteration } from '#src/domain/alteration.ts'
import { analyse } from '#src/engine/analyse.ts'
import { indexKnowledge } from '#src/engine/release/knowledge-index.ts'
import type { KnowledgeIndex } from '#src/engine/release/knowledge-index.ts'
import { readTypedProfile } from '#src/formats/typed/typed-profile.ts'
import { loadKnowledge } from '#src/knowledge/load-knowledge.ts'
import { sharedPath } from '#tests/support/shared-data.ts'

type Row = Readonly<Record<string, string>>
const FIRST = 5

function table(path: string): Row[] {
  const [head = '', ...lines] = readFileSync(path, 'utf8').trim().split(/\r?\n/)
  const names = head.split('\t')
  return lines.map((line) => Object.fromEntries(line.split('\t').map((cell, at) => [names[at] ?? '', cell])))
}

/** OncoTree codes that the table leaves out or takes from another release. */
const codeOf: Readonly<Record<string, string>> = {
  'Pancreatic squamous cell carcinoma': 'PAAD', 'Skin squamous cell carcinoma': 'CSCC', 'Undifferentiated sarcoma': 'SARCNOS', 'Pancreatic ductal adenocarcinoma': 'PAAD', 'Anaplastic astrocytoma': 'DIFG',
}

/** A feature of the patient's table as a typed item; null for what no typed form says. */
function itemOf(row: Row): string | null {
  const { feature = '', feature_type: kind, alteration_type: type, alteration = '' } = row
  if (kind === 'Copy Number') return `${feature} ${type === 'Deletion' ? 'deletion' : 'amplification'}`
  if (kind === 'Rearrangement') return alteration.startsWith(feature) ? `${alteration.replace('-', '::')} fusion` : null
  if (kind === 'Mutational Burden') return 'TMB-H'
  if (kind === 'Microsatellite Stability') return 'MSI-H'
  if (type === 'Promoter') return `${feature} c.-${alteration}`
  if (type === 'Splice Site') return `${feature} truncating`
  return alteration === '' ? `${feature} mutation` : `${feature} ${alteration}`
}

/** Families of classes by what they hold; those of vessel growth are one strategy, whichever of its ends a drug holds. */
function strategiesOf(drug: string, index: KnowledgeIndex): Set<string> {
  const family = index.knowledge.classes.get(index.classOf.get(drug) ?? '')?.family ?? ''
  return new Set(family.split(/,| and /).map((part) => part.trim()).filter(Boolean).map((part) => (part === 'VEGFA' || part === 'KDR' || part === 'VEGFR' ? 'vessel growth' : part)))
}

type Answer = 'drug' | 'strategy' | 'lower' | 'none' | 'unknown'

/**
 * The matched therapies that the I-PREDICT board gave (Sicklick 2019, PMID 31011206), against our first five: the same drug, or one of the same strategy
 * (family of classes). `lower`: the drug or its strategy is listed, further down.
 */
export function ipredict(date: CalendarDate): boolean {
  const folder = sharedPath('cases', 'gold', 'ipredict')
  if (folder === null) return false
  const index = indexKnowledge(loadKnowledge())
  const { genes, aliases, drugNames } = index.knowledge
  const resolveGene = (text: string) => (genes.has(text) ? text : aliases.get(text.toUpperCase()) ?? null)
  const diagnoses = new Map(table(join(folder, 'ontology.tsv')).map((row) => [row['Study ID'] ?? '', row]))
  const given = Map.groupBy(table(join(folder, 'therapies.annotated.tsv')).filter((row) => row['study-gave-as-matched-therapy'] === '1'), (row) => row['patient_id'] ?? '')
  const counts: Record<Answer, number> = { drug: 0, strategy: 0, lower: 0, none: 0, unknown: 0 }
  for (const file of readdirSync(join(folder, 'formatted_variants')).sort()) {
    const patient = file.split('.')[0] ?? ''
    const diagnosis = diagnoses.get(patient)
    const tumourType = codeOf[diagnosis?.['Diagnosis'] ?? ''] ?? diagnosis?.['code'] ?? ''
    const rows = table(join(folder, 'formatted_variants', file))
    const items = rows.flatMap((row) => itemOf(row) ?? [])
    const typed = readTypedProfile(items.join('; '), { resolveGene })
    const run = analyse({ tumourType, profile: { ...typed.profile, coverage: { kind: 'all' } }, course: null, date, jurisdiction: 'US', mode: 'clinical', overrides: noOverrides }, index)
    const ranked = run.therapies.filter((one) => one.score > 0 && one.label !== 'withdrawn')
    const first = ranked.slice(0, FIRST)
    console.log(`${patient} ${tumourType}: ${typed.profile.alterations.map((one: Alteration) => one.asReported).join(', ')}${typed.problems.length > 0 ? ` (not read: ${typed.problems.map((one) => one.message).join(' ')})` : ''}`)
    console.log(`  first: ${first.map((one) => `${one.therapy} ${one.score}`).join(' · ') || 'nothing'}`)
    for (const row of given.get(patient) ?? []) {
      const name = drugNames.get((row['therapy'] ?? '').toLowerCase())
      const strategies = name === undefined ? new Set<string>() : strategiesOf(name, index)
      const meets = (drugs: readonly string[]) => drugs.some((drug) => [...strategiesOf(drug, index)].some((one) => strategies.has(one)))
      const answer: Answer = name === undefined ? 'unknown' : first.some((one) => one.drugs.includes(name)) ? 'drug' : first.some((one) => meets(one.drugs)) ? 'strategy' : ranked.some((one) => meets(one.drugs)) ? 'lower' : 'none'
      counts[answer]++
      const at = ranked.findIndex((one) => meets(one.drugs))
      console.log(`  given: ${row['therapy']} (${row['strategy']}): ${answer}${answer === 'lower' ? `, ${ranked[at]?.therapy} at place ${at + 1}` : ''}`)
    }
  }
  const all = Object.values(counts).reduce((sum, one) => sum + one, 0)
  console.log(`given as matched: ${all}; among our first ${FIRST}: same drug ${counts.drug}, same strategy ${counts.drug + counts.strategy}; further down ${counts.lower}; not listed ${counts.none}; drug not in the release ${counts.unknown}`)
  return all > 0
}
