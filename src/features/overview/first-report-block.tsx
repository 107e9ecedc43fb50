import { useState } from 'react'
import type { CaseView } from '#src/contract/views/case-view.ts'
import type { OriginalReportLine } from '#src/domain/intake.ts'
import { Section } from '#src/ui/parts/section.tsx'

const kindWords: Record<OriginalReportLine['kind'], string> = { finding: 'Finding', therapy: 'Therapy', trial: 'Trial', negative: 'Negative', limit: 'Limit' }
const atFirst = 3

/** What the laboratory's report concluded: three lines, the rest on request, each with its page. */
export function FirstReportBlock({ report }: { report: CaseView['originalReport'] }) {
  const [isAll, setIsAll] = useState(false)
  const { lines } = report
  return (
    <Section title="First report" note={[report.laboratory, report.date].filter(Boolean).join(', ') || 'laboratory and date not stated'}>
      {lines.length === 0 ? <p className="qq">No conclusion of a first report was captured. There is nothing to compare with.</p> : null}
      <ul className="brief-lines">
        {lines.slice(0, isAll ? undefined : atFirst).map((line) => (
          <li key={line.id}><span className="lab brief-kind">{kindWords[line.kind]}</span><span>{line.text}{line.tier ? <span className="q"> ({line.tier})</span> : null}{line.page ? <span className="qq"> page {line.page}</span> : null}</span></li>
        ))}
      </ul>
      {lines.length > atFirst ? <button type="button" className="brief-more" onClick={() => setIsAll(!isAll)}>{isAll ? 'Show three' : `Show all ${lines.length} lines`}</button> : null}
    </Section>
  )
}
