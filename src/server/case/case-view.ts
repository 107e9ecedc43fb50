import type { CaseView } from '#src/contract/views/case-view.ts'
import { stages, type CaseState, type Stage } from '#src/domain/case/state.ts'
import { taskOf } from '#src/domain/case/view.ts'
import type { Sight } from '#src/domain/case/view.ts'
import type { AnalysisRun } from '#src/domain/analysis.ts'
import { isFactInteraction } from '#src/engine/map/fact-view.ts'
import type { Deps } from '../deps.ts'
import { baseRunOf, identityOf, intakePartOf, profilePartOf, textOf } from './case-parts.ts'
import { correctionsViewOf } from './correction-parts.ts'
import { notTestedOf } from './not-tested.ts'
import { openWorkOf } from './open-work.ts'
import type { Opened } from './open-case.ts'
import type { IntakePart, ProfilePart } from './snapshot.ts'

/** A case as one person may know it: facts, what is asked of them, what is open to them. */
export async function caseViewOf(deps: Deps, { state, sight }: Opened): Promise<CaseView> {
  const intake = await intakePartOf(deps, state)
  const profilePart = await profilePartOf(deps, state)
  const run = await baseRunOf(deps, state)
  const open = await openWorkOf(deps, state, sight)
  const people = new Map((await deps.identity.people()).map((p) => [p.id, p.name]))
  const nameOf = (id: string) => people.get(id) ?? 'unknown'
  const { form } = intake
  return {
    id: state.id, code: state.code, stage: sight.stage, ladder: ladderOf(state, sight),
    tumourType: { code: state.tumourType, name: deps.knowledge.tumours.get(state.tumourType)?.name ?? state.tumourType },
    due: state.due, protocol: state.protocol, demonstration: state.demonstration, identity: await identityOf(deps, state),
    specimen: form.specimen, assay: { ...form.assay, coverage: profilePart.profile.coverage }, genomeBuild: profilePart.genomeBuild,
    question: form.question, reason: form.reason, askedBy: form.askedBy, course: form.course, originalReport: form.originalReport,
    biomarkers: profilePart.profile.biomarkers, files: intake.files, gaps: form.gaps,
    drivers: run.drivers.map((d) => ({ alterationIds: d.alterationIds, label: d.alterations.join(' + '), gene: d.gene, effect: d.effect, confidence: d.confidence })),
    counts: { variants: run.alterations.length, drivers: run.drivers.length, interactions: run.interactions.filter((i) => sight.opens.ranking || isFactInteraction(i)).length, notTested: notTestedOf(deps, profilePart).length },
    warnings: warningsOf(intake, profilePart, run),
    mine: { role: sight.role, slot: sight.slot, committed: sight.committed, task: taskOf(state, sight, open), openRows: open.rows },
    opens: sight.opens,
    people: { genomic_expert: nameOf(state.assigned.genomic_expert), oncologist: nameOf(state.assigned.oncologist), coordinator: nameOf(state.coordinator) },
    flags: await Promise.all(state.flags.map(async (f) => ({
      id: f.id, text: await textOf(deps, state, f.text), blocking: f.blocking, by: nameOf(f.by), at: f.at, resolved: f.resolved ? await textOf(deps, state, f.resolved.note) : null,
    }))),
    round: state.round.number, corrections: await correctionsViewOf(deps, state, nameOf),
    knowledge: { release: state.round.knowledge.release, hash: state.round.knowledge.hash, engine: run.engine, date: state.round.date, server: otherReleaseOf(deps, state) },
  }
}

/** The server's own release, where the case was read with another. */
const otherReleaseOf = ({ knowledge: { release, hash } }: Deps, state: CaseState) => (hash === state.round.knowledge.hash ? null : { release, hash })

/** Stages with the day they were entered, as far as this person may know them. */
function ladderOf(state: CaseState, sight: Sight): { stage: string; enteredAt: string | null }[] {
  const decided = Object.values(state.decisions).map((d) => d.at).sort()[0] ?? null
  const signed = state.signatures.filter((s) => !s.withdrawn).map((s) => s.at).sort()[0] ?? null
  const entered: Record<Stage, string | null> = {
    review: state.round.openedAt, comparison: state.revealedAt, consensus: decided, report: state.consensus?.at ?? null, signing: signed, released: state.seal?.at ?? null,
  }
  const seen = stages.indexOf(sight.stage)
  return [{ stage: 'intake', enteredAt: state.takenInAt }, ...stages.map((stage, i) => ({ stage, enteredAt: i <= seen ? entered[stage] : null }))]
}

const lowPurity = 0.2 // below this a heterozygous clonal change falls under 0.10 VAF and losses are easily missed

function warningsOf({ form }: IntakePart, { profile }: ProfilePart, run: AnalysisRun) {
  const warnings: { code: string; detail: string }[] = []
  if (profile.tumourOnly) warnings.push({ code: 'tumour_only', detail: `${run.alterations.filter((a) => a.possibleGermline).length} possible germline findings` })
  if (form.specimen.purity !== null && form.specimen.purity < lowPurity) warnings.push({ code: 'low_purity', detail: String(form.specimen.purity) })
  const collected = form.specimen.collected
  const later = form.course.lines.filter((l) => collected !== null && l.from !== null && l.from > collected && l.modality === 'systemic').length
  if (later >= 1) warnings.push({ code: 'sample_before_last_lines', detail: String(later) })
  if (profile.coverage.kind === 'unknown') warnings.push({ code: 'coverage_unknown', detail: '' })
  if (form.specimen.kind === 'metastasis') warnings.push({ code: 'single_metastasis', detail: form.specimen.site })
  if (run.notAssessable.length > 0) warnings.push({ code: 'not_assessable', detail: run.notAssessable.map((n) => n.biomarker).slice(0, 6).join(', ') })
  for (const gap of form.gaps) warnings.push({ code: 'gap', detail: `${gap.gate}: ${gap.reason}` })
  return warnings
}
