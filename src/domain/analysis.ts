import { z } from 'zod'
import { CalendarDate } from './calendar-date.ts'
import { Course } from './course.ts'
import { Profile } from './profile.ts'

/** What the engine takes and what it returns. Codes and numbers only; sentences are made from `rule` and `params` where they are shown. */

export const Jurisdiction = z.enum(['US', 'EU'])
export type Jurisdiction = z.infer<typeof Jurisdiction>
export const Level = z.enum(['A', 'B', 'C', 'D', 'E'])
export type Level = z.infer<typeof Level>
export const Band = z.enum(['HIGH', 'MODERATE', 'WEAK', 'NONE', 'LOW'])
export type Band = z.infer<typeof Band>
export const Effect = z.enum(['gain', 'loss', 'switch', 'neutral', 'unknown'])
export type Effect = z.infer<typeof Effect>

/** An expert's annotations as inputs of a run. Empty lists give the base run, byte for byte. */
export const Overrides = z.object({
  /** Alteration ids that are not to be called drivers. */
  rejectedDrivers: z.array(z.string()),
  /** Alteration ids called a driver by an expert, with the effect and confidence (percent) the expert gives. */
  reclassified: z.array(z.object({ alterationId: z.string(), effect: Effect, confidence: z.int().min(0).max(100) })),
  /** Interaction ids (see Interaction.id) whose points are taken out of the run. */
  disputedInteractions: z.array(z.string()),
  /** Network edges `FROM>TO` taken out of the run. */
  disputedEdges: z.array(z.string()),
  /** Evidence ids taken out of the run. */
  disabledEvidence: z.array(z.string()),
})
export type Overrides = z.infer<typeof Overrides>
export const noOverrides: Overrides = { rejectedDrivers: [], reclassified: [], disputedInteractions: [], disputedEdges: [], disabledEvidence: [] }

export const AnalysisInput = z.object({
  tumourType: z.string(),
  profile: Profile,
  course: Course.nullable(),
  date: CalendarDate,
  jurisdiction: Jurisdiction,
  mode: z.enum(['clinical', 'model-system']),
  overrides: Overrides,
})
export type AnalysisInput = z.infer<typeof AnalysisInput>

export const Params = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]))
export type Params = z.infer<typeof Params>

/** One record of the trace. The points of a therapy's contributions sum to its score exactly. */
export const Contribution = z.object({
  points: z.int(),
  kind: z.enum(['evidence', 'mechanism', 'prior', 'coverage', 'resistance', 'limit']),
  rule: z.string(),
  params: Params,
  /** Citation, label or row id of the knowledge release; for constants the name of the rule's constant. */
  source: z.string(),
})
export type Contribution = z.infer<typeof Contribution>

/** Something said without points: what argues against, cautions, notes. */
export const Remark = z.object({ rule: z.string(), params: Params, source: z.string() })
export type Remark = z.infer<typeof Remark>

export const Oncogenicity = z.enum(['oncogenic', 'likely_oncogenic', 'uncertain', 'likely_benign', 'benign'])
export type Oncogenicity = z.infer<typeof Oncogenicity>

/** ClinGen/CGC/VICC criterion that fired (Horak 2022), e.g. OS3, +4. */
export const Criterion = z.object({ code: z.string(), points: z.int(), rule: z.string(), params: Params })
export type Criterion = z.infer<typeof Criterion>

export const ClassifiedAlteration = z.object({
  alterationId: z.string(),
  gene: z.string(),
  /** Short name as people say it: `EGFR L858R`, `EML4::ALK`, `ERBB2 amplification`. */
  label: z.string(),
  oncogenicity: Oncogenicity,
  points: z.int(),
  criteria: z.array(Criterion),
  effect: Effect,
  /** Percent; 0 means it is listed only and changes no score. */
  confidence: z.int().min(0).max(100),
  match: z.enum(['exact', 'codon', 'domain', 'gene', 'none']),
  subclonal: z.boolean(),
  possibleGermline: z.boolean(),
  /** Node of the network that carries this gene, null when it is not on the map. */
  node: z.string().nullable(),
})
export type ClassifiedAlteration = z.infer<typeof ClassifiedAlteration>

export const Driver = z.object({
  gene: z.string(),
  node: z.string().nullable(),
  alterationIds: z.array(z.string()),
  alterations: z.array(z.string()),
  effect: Effect,
  confidence: z.int(),
  subclonal: z.boolean(),
  secondHit: z.enum(['biallelic', 'single_hit', 'not_stated']),
  criteria: z.array(z.string()),
})
export type Driver = z.infer<typeof Driver>

export const InteractionKind = z.enum([
  'same_pathway', 'bypass', 'convergence', 'acquired_resistance', 'synthetic_lethality', 'second_hit', 'modifies_evidence', 'mutually_exclusive',
])
export type InteractionKind = z.infer<typeof InteractionKind>

export const Interaction = z.object({
  /** Content key `kind:member+member[:node]`: the same interaction keeps its id across runs and re-imports. */
  id: z.string(),
  kind: InteractionKind,
  members: z.array(z.string()),
  memberGenes: z.array(z.string()),
  /** Nodes from first to last; empty when no path is claimed. */
  path: z.array(z.string()),
  /** 3 curated for this setting, 2 curated for another, 1 inferred. */
  certainty: z.int().min(1).max(3),
  rule: z.string(),
  params: Params,
  sources: z.array(z.string()),
  // The two below are judgement, not fact: never sent to a viewer who has not committed.
  therapies: z.array(z.string()),
  effect: z.enum(['for', 'against', 'neutral']),
})
export type Interaction = z.infer<typeof Interaction>

export const LabelState = z.enum(['this_tumour', 'other_tumour', 'investigational', 'withdrawn'])
export type LabelState = z.infer<typeof LabelState>

export const LabelFact = z.object({
  jurisdiction: Jurisdiction, state: z.enum(['approved', 'withdrawn', 'investigational']), tumour: z.string(), biomarker: z.string(),
  setting: z.string(), from: z.string().nullable(), to: z.string().nullable(), source: z.string(), applies: z.enum(['yes', 'no', 'unknown']),
})
export type LabelFact = z.infer<typeof LabelFact>

export const FeasibilityFact = z.object({ fact: z.string(), params: Params, state: z.enum(['met', 'not_met', 'unknown']), source: z.string() })
export type FeasibilityFact = z.infer<typeof FeasibilityFact>

export const TherapyResult = z.object({
  /** Drug names sorted and joined by `+`. */
  therapy: z.string(),
  drugs: z.array(z.string()),
  drugClass: z.array(z.string()),
  score: z.int(),
  band: Band,
  /** Our level of the best sensitivity item, null when there is none. */
  level: Level.nullable(),
  amp: z.string().nullable(),
  escat: z.string().nullable(),
  label: LabelState,
  labels: z.array(LabelFact),
  /** A computed (uncurated) combination: a hypothesis, never HIGH. */
  computed: z.boolean(),
  coverage: z.int().min(0).max(100),
  covers: z.array(z.string()),
  uncovered: z.array(z.string()),
  contributions: z.array(Contribution),
  against: z.array(Remark),
  notes: z.array(Remark),
  feasibility: z.array(FeasibilityFact),
})
export type TherapyResult = z.infer<typeof TherapyResult>

export const EvidenceMatch = z.object({
  id: z.string(),
  therapy: z.string(),
  direction: z.enum(['sensitivity', 'resistance', 'no_benefit', 'inferior_to', 'note']),
  level: Level,
  tumour: z.string(),
  tumourMatch: z.enum(['same', 'agnostic', 'family', 'other']),
  biomarker: z.string(),
  variantMatch: z.enum(['exact', 'codon', 'domain', 'gene']),
  alterationIds: z.array(z.string()),
  sources: z.array(z.string()),
  checked: z.enum(['civic', 'label-list', 'stored-text', 'recalled']),
})
export type EvidenceMatch = z.infer<typeof EvidenceMatch>

export const AnalysisRun = z.object({
  engine: z.string(),
  knowledge: z.object({ release: z.string(), hash: z.string() }),
  /** SHA-256 of the canonical input, set by the caller that can hash; the engine itself leaves it empty. */
  input: z.string(),
  tumourType: z.string(),
  mode: z.enum(['clinical', 'model-system']),
  date: z.string(),
  jurisdiction: Jurisdiction,
  alterations: z.array(ClassifiedAlteration),
  drivers: z.array(Driver),
  interactions: z.array(Interaction),
  evidence: z.array(EvidenceMatch),
  therapies: z.array(TherapyResult),
  combinations: z.array(TherapyResult),
  notAssessable: z.array(z.object({ biomarker: z.string(), rule: z.string(), params: Params, therapies: z.array(z.string()) })),
  listedOnly: z.array(z.string()),
  remarks: z.array(Remark),
})
export type AnalysisRun = z.infer<typeof AnalysisRun>
