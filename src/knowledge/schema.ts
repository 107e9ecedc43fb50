import { z } from 'zod'

/** The shape of every knowledge row. A row is a fact with its citation; it holds no sentence of its source. */

export const Checked = z.enum(['civic', 'label-list', 'stored-text', 'recalled'])
export type Checked = z.infer<typeof Checked>

/** OncoTree codes a row speaks of. `SOLID`, `HEME` and `ANY` are the tumour-agnostic scopes. A code includes its descendants. */
export const TumourScope = z.object({ in: z.array(z.string()).min(1), except: z.array(z.string()) })
export type TumourScope = z.infer<typeof TumourScope>

export const GeneRow = z.object({
  symbol: z.string(), hgnc: z.string().nullable(), role: z.enum(['oncogene', 'suppressor', 'both', 'other']),
  aliases: z.array(z.string()), transcript: z.string().nullable(),
  /** Actionable germline gene: a tumour-only finding asks for confirmation in normal tissue. */
  germline: z.boolean(),
  sources: z.array(z.string()),
})
export type GeneRow = z.infer<typeof GeneRow>

/** What is known of a change or a category of changes of a gene: effect, oncogenicity, functional class. */
export const VariantRow = z.object({
  id: z.string(), gene: z.string(), /** expression atom without the gene: `L858R`, `V600`, `exon 19 deletion`, `G719X` */ change: z.string(),
  effect: z.enum(['gain', 'loss', 'switch', 'neutral']), oncogenicity: z.enum(['oncogenic', 'likely_oncogenic', 'likely_benign', 'benign']),
  functionalClass: z.string().nullable(), sources: z.array(z.string()).min(1), checked: Checked,
})
export type VariantRow = z.infer<typeof VariantRow>

export const TargetAction = z.enum(['INH', 'ACT', 'DEGRADE', 'ADC', 'BLOCK_LIGAND'])
export const TherapyRow = z.object({
  drug: z.string(), synonyms: z.array(z.string()), class: z.string(), ncit: z.string().nullable(), type: z.string(),
  targets: z.array(z.object({ gene: z.string(), action: TargetAction, potency: z.int().min(0).max(100) })),
  /** Expression a driver must satisfy for the mechanism to count, e.g. `KRAS G12C`; null when any activating change counts. */
  variantScope: z.string().nullable(),
  /** Development was given up before any approval: from that day the drug is shown for the record and not ranked. */
  ended: z.object({ on: z.iso.date(), source: z.string(), checked: Checked }).exactOptional(),
})
export type TherapyRow = z.infer<typeof TherapyRow>

/** A mechanistic class of drugs: `egfr_tki_3g`, EGFR TKI, third generation. Evidence may name it as `class:egfr_tki_3g`. */
export const ClassRow = z.object({ class: z.string(), name: z.string(), family: z.string() })
export type ClassRow = z.infer<typeof ClassRow>

export const LabelRow = z.object({
  id: z.string(), regimen: z.array(z.string()).min(1), tumour: TumourScope, biomarker: z.string(), jurisdiction: z.enum(['US', 'EU']),
  setting: z.string(), status: z.enum(['approved', 'withdrawn', 'investigational']), from: z.iso.date().nullable(), to: z.iso.date().nullable(),
  /** Study cluster of the pivotal trial: label and trial count once. */
  cluster: z.string(), source: z.string(), checked: Checked,
})
export type LabelRow = z.infer<typeof LabelRow>

export const EvidenceRow = z.object({
  id: z.string(),
  /** Drug names, or one class as `class:egfr_tki_1g`. */
  regimen: z.array(z.string()).min(1),
  biomarker: z.string(), tumour: TumourScope,
  direction: z.enum(['sensitivity', 'resistance', 'no_benefit', 'inferior_to', 'note']), inferiorTo: z.array(z.string()).nullable(),
  level: z.enum(['A', 'B', 'C', 'D', 'E']), stars: z.int().min(1).max(5).nullable(), cluster: z.string(),
  /** Gene symbols: a partner drug that hits one of them cancels the item. */
  reliefTargets: z.array(z.string()), sources: z.array(z.string()).min(1), checked: Checked,
  validFrom: z.iso.date().nullable(), validTo: z.iso.date().nullable(),
})
export type EvidenceRow = z.infer<typeof EvidenceRow>

export const NodeRow = z.object({
  id: z.string(), kind: z.enum(['gene', 'complex', 'family', 'process', 'outcome', 'metabolite']), label: z.string(), members: z.array(z.string()),
  role: z.string(), pathway: z.string(), compartment: z.string(), layer: z.int().min(0).max(8), x: z.number(), y: z.number(), tier: z.int(),
})
export type NodeRow = z.infer<typeof NodeRow>

export const EdgeRow = z.object({
  from: z.string(), to: z.string(), sign: z.union([z.literal(1), z.literal(-1)]), weight: z.int().min(0).max(100), mechanism: z.string(),
  context: z.string(), sources: z.array(z.string()), feedback: z.boolean(),
})
export type EdgeRow = z.infer<typeof EdgeRow>

/** An adaptive release: blocking `trigger` by a drug class switches `released` on or off; a partner on `counter` closes it. */
export const FeedbackRow = z.object({
  id: z.string(), trigger: z.string(), released: z.string(), effect: z.union([z.literal(1), z.literal(-1), z.literal(0)]), context: z.string(),
  level: z.enum(['A', 'B', 'C', 'D', 'E']), sources: z.array(z.string()),
})
export type FeedbackRow = z.infer<typeof FeedbackRow>

export const LethalityRow = z.object({
  id: z.string(), gene: z.string(), /** A biomarker expression: `BRCA1 loss`, `SF3B1 mutation`. */ alteration: z.string(), partner: z.string(), effect: z.union([z.literal(1), z.literal(-1)]),
  /** Drug names or `class:` names; empty when no drug of ours acts on the partner. */
  drugs: z.array(z.string()), context: z.string(), level: z.enum(['A', 'B', 'C', 'D', 'E']), sources: z.array(z.string()),
})
export type LethalityRow = z.infer<typeof LethalityRow>

/**
 * How a therapy class did alone in a tumour type, as trials reported it: percent of patients with a response and with disease control (null: not reported).
 * `biomarker`: the patients the trial took; `none` for all comers. `gain`: a randomised trial of the class alone prolonged life or the time to progression.
 */
export const PriorRow = z.object({
  class: z.string(), tumour: z.string(), biomarker: z.string(), response: z.int().min(0).max(100), control: z.int().min(0).max(100).nullable(), gain: z.boolean(), basis: z.string().min(1), sources: z.array(z.string()).min(1),
})
export type PriorRow = z.infer<typeof PriorRow>

/** What a laboratory test can see. `genes: ['*']` is every protein-coding gene; a gene that is not listed counts as not covered. */
export const AssayRow = z.object({ id: z.string(), name: z.string(), genes: z.array(z.string()), fusions: z.array(z.string()), measures: z.array(z.string()), source: z.string() })
export type AssayRow = z.infer<typeof AssayRow>

/** OncoTree, 2025-10-03 (CC BY 4.0, Memorial Sloan Kettering). */
export const TumourRow = z.object({
  code: z.string(), name: z.string(), parent: z.string().nullable(), mainType: z.string(), tissue: z.string(), level: z.int(), nci: z.string().nullable(),
  /** Names people use: `lung adenocarcinoma`, `NSCLC adeno`. */
  synonyms: z.array(z.string()),
  solid: z.boolean(),
  /** Codes this very type had before; types that were revoked in its favour; types it grew out of. Absent where there are none. */
  history: z.array(z.string()).optional(), revocations: z.array(z.string()).optional(), precursors: z.array(z.string()).optional(),
})
export type TumourRow = z.infer<typeof TumourRow>
