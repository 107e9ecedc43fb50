import type { CaseView } from '#src/contract/views/case-view.ts'
import { roleWords } from '#src/lib/words/role-words.ts'
import { stageWord } from '#src/lib/words/stage-words.ts'
import type { IdentityItem } from '#src/ui/frame/identity-bar.tsx'

const sexLetters = { female: 'F', male: 'M', other: 'other sex', unknown: 'sex not stated' } as const
const kindWords = { primary: 'primary', metastasis: 'metastasis', recurrence: 'recurrence', blood: 'blood', unknown: 'kind not stated' } as const

/** Facts that stay in sight on every place of a case. What is missing is said in words. */
export function identityItems(view: CaseView, isMasked: boolean): IdentityItem[] {
  return [
    { label: 'Patient', value: patient(view, isMasked) },
    { label: 'Tumour', value: <>{view.tumourType.name} · <span className="mono">{view.tumourType.code}</span></> },
    { label: 'Specimen', value: specimen(view) },
    { label: 'Assay', value: assay(view) },
    { label: 'State', value: <span title={stageWord(view.stage)}>{view.stage === 'review' ? 'Review' : stageWord(view.stage)}{view.mine.openRows > 0 ? `, ${view.mine.openRows} open` : ''}</span> },
    { label: 'You are', value: view.mine.slot ? roleWords[view.mine.slot] : view.mine.role ? roleWords[view.mine.role] : 'a reader' },
  ]
}

function patient(view: CaseView, isMasked: boolean) {
  if (isMasked) return <span className="hatched">identity masked</span>
  if (!view.identity) return <span className="qq">not shown to your role</span>
  const { pseudonym, sex, birthYear } = view.identity
  const age = view.course.ageYears ?? (birthYear === null ? null : Number(view.knowledge.date.slice(0, 4)) - birthYear)
  return <><b>{pseudonym}</b> · {sexLetters[sex]} · {age === null ? 'age not stated' : `${age} y`}</>
}

function specimen({ specimen: { site, kind, collected } }: CaseView) {
  const what = [site, kind === 'unknown' ? '' : kindWords[kind]].filter(Boolean).join(', ')
  return `${what || 'not described'} · ${collected ?? 'date not stated'}`
}

function assay({ assay: { coverage, tumourOnly }, genomeBuild }: CaseView) {
  const genes = coverage.kind === 'genes' ? `${coverage.genes.length} genes` : coverage.kind === 'all' ? 'whole exome or genome' : 'coverage not known'
  const normal = tumourOnly === null ? 'normal not stated' : tumourOnly ? <b>tumour only</b> : 'paired normal'
  return <>{genes}, {normal} · {genomeBuild === 'unknown' ? 'build not stated' : genomeBuild}</>
}
