import { useState } from 'react'
import type { CaseView } from '#src/contract/views/case-view.ts'
import type { TreatmentLine } from '#src/domain/course.ts'
import { Section } from '#src/ui/parts/section.tsx'
import { Segments } from '#src/ui/parts/segments.tsx'
import { lineName, modalityWords, responseWords, stopWords } from './course-words.ts'

type Scale = 'dates' | 'months'
const day = 86_400_000
const at = (date: string) => Date.parse(`${date}T00:00:00Z`)

/** The course so far: one bar of equal height for each line, the sample as a triangle above, what is not dated said in words. */
export function CourseTimeline({ view }: { view: CaseView }) {
  const [scale, setScale] = useState<Scale>('dates')
  const { lines } = view.course
  const dates = [...lines.flatMap((line) => [line.from, line.to]), view.specimen.collected].filter((date) => date !== null).map(at)
  const end = Math.max(at(view.knowledge.date), ...dates)
  const start = Math.min(end - 90 * day, ...dates)
  const share = (time: number) => ((time - start) / (end - start)) * 100
  const collected = view.specimen.collected
  return (
    <Section title="Course" note={lines.length === 1 ? '1 line' : `${lines.length} lines`} end={lines.length > 0 ? <Segments label="Time shown as" value={scale} onChange={setScale} options={[{ value: 'dates', label: 'Dates' }, { value: 'months', label: 'Months' }]} /> : undefined}>
      {lines.length === 0 ? <p className="qq">No earlier treatment is recorded. Not recorded is not the same as none given.</p> : (
        <div className="timeline" role="table" aria-label="Earlier lines">
          <div className="timeline-row timeline-head" role="row">
            <span role="columnheader">Line</span><span role="columnheader">Period</span>
            <span role="columnheader" className="timeline-track" aria-label="Time">
              <span>{scale === 'dates' ? iso(start) : '0 months'}</span>
              {collected ? <span className="timeline-sample" style={{ left: `${share(at(collected))}%` }} title={`Specimen, ${collected}`}><svg width="11" height="10" viewBox="0 0 11 10" aria-hidden="true"><path d="M0 0h11L5.5 10Z" fill="var(--ink)" /></svg><span className="heard">Specimen taken {collected}</span></span> : null}
              <span>{scale === 'dates' ? iso(end) : `${Math.round((end - start) / day / 30.4)} months`}</span>
            </span>
            <span role="columnheader">Best response</span><span role="columnheader">Stopped</span>
          </div>
          {lines.map((line, index) => (
            <div key={`${index} ${line.drugs.join()}`} className="timeline-row" role="row">
              <span role="cell"><b>{lineName(line)}</b> {line.drugs.join(' + ') || modalityWords[line.modality]}{line.modality === 'trial' ? <span className="q"> (trial)</span> : null}</span>
              <span role="cell" className={line.from || line.to ? undefined : 'qq'}>{periodOf(line, start, end, scale)}</span>
              <span role="cell" className="timeline-track"><Bar line={line} share={share} end={end} /></span>
              <span role="cell" className={line.bestResponse === 'not_stated' ? 'qq' : undefined}>{responseWords[line.bestResponse]}</span>
              <span role="cell" className={line.stopReason === 'not_stated' ? 'qq' : undefined} title={line.note || undefined}>{stopWords[line.stopReason]}{line.note ? <span className="qq"> · {line.note}</span> : null}</span>
            </div>
          ))}
        </div>
      )}
    </Section>
  )
}

/** Words of a period: as dates, or as months since the first date shown. */
function periodOf(line: TreatmentLine, start: number, end: number, scale: Scale): string {
  const say = (date: string) => (scale === 'dates' ? date : `month ${Math.round((at(date) - start) / day / 30.4)}`)
  const to = line.to ? say(line.to) : line.stopReason === 'ongoing' ? 'now' : 'end not stated'
  if (!line.from) return line.to ? `until ${say(line.to)}, start not stated` : 'dates not stated'
  return scale === 'months' && !line.to && line.stopReason === 'ongoing' ? `${say(line.from)} to month ${Math.round((end - start) / day / 30.4)}` : `${say(line.from)} to ${to}`
}

function Bar({ line, share, end }: { line: TreatmentLine; share: (time: number) => number; end: number }) {
  if (!line.from) return null
  const from = share(at(line.from))
  const to = line.to ? share(at(line.to)) : line.stopReason === 'ongoing' ? share(end) : null
  return <i className={line.modality === 'trial' ? 'timeline-bar timeline-trial' : 'timeline-bar'} data-modality={line.modality} data-open={to === null || undefined} style={{ left: `${from}%`, width: `${to === null ? 1 : Math.max(1, to - from)}%` }} />
}

const iso = (time: number) => new Date(time).toISOString().slice(0, 10)
