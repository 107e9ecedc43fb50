import './report.css'
import type { ReportView } from '#src/contract/views/report-view.ts'
import { fullnessOf, parts, partWords, type Fullness } from './report-words.ts'

const words: Record<Fullness, string> = { full: 'complete', half: 'machine draft, not adopted', empty: 'empty' }

/** Sections of the report with how complete they are. */
export function Outline({ report, current, onSelect }: { report: ReportView; current: string | null; onSelect: (id: string) => void }) {
  return (
    <nav aria-label="Sections of the report">
      {parts.map((part) => (
        <section key={part}>
          <h2 className="outline-part">{partWords[part]}</h2>
          <ul>
            {report.sections.filter((section) => section.part === part).map((section) => {
              const fullness = fullnessOf(section)
              const stops = report.lint.filter((finding) => finding.section === section.id && finding.blocking).length
              return (
                <li key={section.id}>
                  <button type="button" className="outline-line" aria-current={section.id === current || undefined} onClick={() => onSelect(section.id)}>
                    <i className="fullness" data-at={fullness} /><span>{section.title}</span><span className="heard">{words[fullness]}</span>{stops > 0 ? <span className="att small med">{stops} to mend</span> : null}
                  </button>
                </li>
              )
            })}
          </ul>
        </section>
      ))}
    </nav>
  )
}

export function OutlineFoot({ report }: { report: ReportView }) {
  const done = report.sections.filter((section) => section.state !== 'machine').length
  return <p className="outline-foot"><b className="med">{done} of {report.sections.length} complete</b><br /><span className="qq">full: adopted or data · half: machine draft · empty: nothing said</span></p>
}
