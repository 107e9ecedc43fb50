import './report.css'
import type { ReportView, SectionView } from '#src/contract/views/report-view.ts'
import { Chip } from '#src/ui/parts/chip.tsx'
import { Markdown } from '#src/ui/text/markdown.tsx'
import { ReportSection, type Writing } from './report-section.tsx'
import { twinsOf } from './report-words.ts'

const targetGrade = 8

function Twins({ report, section }: { report: ReportView; section: SectionView }) {
  const twins = (twinsOf[section.id] ?? []).flatMap((id) => report.sections.find((one) => one.id === id) ?? [])
  return <>{twins.map((twin) => <details key={twin.id} open={twin.kind === 'text'}><summary>{twin.title}</summary><Markdown source={twin.markdown} /></details>)}</>
}

/** The patient's part beside what it explains: the clinical sentence at the left, the plain one at the right, at the size a patient reads. */
export function PatientView({ report, writing }: { report: ReportView; writing: Writing }) {
  const grade = report.readingGrade
  return (
    <div className="patient-part">
      <div className="patient-grade">
        <p>Reading grade <b>{grade === null ? 'not measured' : grade.toFixed(1)}</b> <span className="qq">target {targetGrade} or lower, mean of two formulas; names of genes and drugs are not counted</span></p>
        {grade === null ? null : grade <= targetGrade ? <Chip icon="check">within the target</Chip> : <Chip tone="attention" icon="warn">harder than the target</Chip>}
      </div>
      <div className="patient-row patient-heads"><h2>Clinical</h2><h2>Plain, as the patient reads it</h2></div>
      {report.sections.filter((section) => section.part === 'patient').map((section) => (
        <div key={section.id} className="patient-row">
          <div className="patient-clinical"><Twins report={report} section={section} /></div>
          <div className="patient-plain"><h3>{section.title}</h3><ReportSection report={report} section={section} number={0} writing={writing} hasHeading={false} /></div>
        </div>
      ))}
    </div>
  )
}
