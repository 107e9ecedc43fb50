import type { AnalysisRun } from '../analysis.ts'
import type { ComparisonRow, Plan, RowDecision } from '../comparison/row.ts'
import type { Course } from '../course.ts'
import type { Assay, Identity, OriginalReport, ReasonForReview, Specimen } from '../intake.ts'
import type { Opinion } from '../opinion.ts'
import type { Slot } from '../person.ts'
import type { Profile } from '../profile.ts'
import type { Labels } from './names.ts'

/** A sentence with the sources it rests on, e.g. `PMID:34567890`, `LABEL:osimertinib-us-2020`. */
export type Sourced = { text: string; sources: readonly string[] }

export type Expert = { personId: string; name: string; credential: string }

/** Everything a report is drafted from, as plain data. Sentences that need the engine's wording are made by the caller. */
export type ReportInput = {
  caseCode: string
  patient: Identity
  tumourType: { code: string; name: string }
  question: string
  reason: ReasonForReview | null
  askedBy: string
  course: Course
  specimen: Specimen
  assay: Assay
  genomeBuild: string
  originalReport: OriginalReport
  gaps: readonly { gate: string; reason: string }[]
  /** Corrected files since the case was taken in; `afterReveal`: both experts knew each other's earlier opinion when they committed anew. */
  corrections: readonly { round: number; on: string; reason: string; added: number; removed: number; changed: number; afterReveal: boolean }[]
  profile: Profile
  plan: Plan
  rows: readonly ComparisonRow[]
  decisions: readonly RowDecision[]
  opinions: Record<Slot, Opinion>
  /** The reviewed run: the one that is reported and signed. */
  run: AnalysisRun
  sentences: {
    /** By interaction id. */
    interaction: Readonly<Record<string, string>>
    /** By `therapy` key of the run (drug names sorted, joined by `+`): what carries points for and against, strongest first. */
    contribution: Readonly<Record<string, { for: readonly Sourced[]; against: readonly Sourced[] }>>
    /** One for each entry of `run.notAssessable`. */
    notAssessable: readonly string[]
  }
  /** Names of the knowledge release for nodes of the network and classes of drugs, by id; an absent id is printed as it is. */
  labels: Labels
  /** What kind of drug it is (`EGFR antibody`), by name, for the drugs of the plan; chemotherapy is named by itself. */
  drugClass: Readonly<Record<string, string>>
  /** Source id to a citation for people; an id that is absent is printed as it is. */
  citations: Readonly<Record<string, string>>
  experts: Record<Slot, Expert>
  protocol: 'independent' | 'assisted'
  /** Names of sources that were not consulted. */
  notConsulted: readonly string[]
  /** Calendar dates `YYYY-MM-DD`. */
  dates: { takenIn: string; committed: Record<Slot, string>; consensus: string }
}
