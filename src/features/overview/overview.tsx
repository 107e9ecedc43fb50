import './overview.css'
import type { ReactNode } from 'react'
import type { CaseView } from '#src/contract/views/case-view.ts'
import { reasonWords } from '#src/lib/words/reason-words.ts'
import { Pane } from '#src/ui/frame/pane.tsx'
import { Screen } from '#src/ui/frame/screen.tsx'
import { Toolbar } from '#src/ui/frame/toolbar.tsx'
import { EffectGlyph, type EffectName } from '#src/ui/parts/effect-glyph.tsx'
import { Section } from '#src/ui/parts/section.tsx'
import { TierChip, type TierName } from '#src/ui/parts/tier-chip.tsx'
import { BiomarkerBlock } from './biomarker-block.tsx'
import { CourseTimeline } from './course-timeline.tsx'
import type { GoTo } from './go-to.ts'
import { FirstReportBlock } from './first-report-block.tsx'
import { UnresolvedBlock } from './unresolved-block.tsx'
import { WarningChips } from './warning-chips.tsx'

type OverviewProps = { view: CaseView; tierOf: ((alterationId: string) => TierName | null) | null; onGo: GoTo; /** What may be done from here, at the end of the bar. */ acts?: ReactNode }

/** The brief of sixty seconds: six blocks in a fixed order, facts only. */
export function Overview({ view, tierOf, onGo, acts }: OverviewProps) {
  return (
    <Screen name="overview">
      <Pane label="Overview" bars={<><Toolbar title="Overview" count={view.opens.comparison ? undefined : 'facts only'} end={<><ReadWith knowledge={view.knowledge} />{acts}</>} /><WarningChips warnings={view.warnings} /></>}>
        <div className="brief">
          <div className="brief-wide"><Section title="Question" note={`asked by ${view.askedBy || 'not stated'}${view.reason ? `; ${reasonWords[view.reason]}` : ''}`}><p className="brief-question">{view.question || 'No question was recorded.'}</p><Fitness course={view.course} /></Section></div>
          <div className="brief-wide"><CourseTimeline view={view} /></div>
          <Drivers view={view} tierOf={tierOf} onGo={onGo} />
          <BiomarkerBlock view={view} />
          <FirstReportBlock report={view.originalReport} />
          <UnresolvedBlock view={view} onGo={onGo} />
        </div>
      </Pane>
    </Screen>
  )
}

/** The release the case was read with, and that new cases are read with another where the server has moved on. */
function ReadWith({ knowledge: { release, hash, engine, server } }: Pick<CaseView, 'knowledge'>) {
  const other = server && (server.release === release ? `${server.release} (${server.hash.slice(0, 8)})` : server.release)
  return (
    <span className="small qq nowrap" title={`Knowledge ${hash}`}>
      Knowledge {release}, engine {engine}
      {other ? <span className="att" title="Every run of this case keeps the release it was read with."> · new cases are read with {other}</span> : null}
    </span>
  )
}

function Fitness({ course }: { course: CaseView['course'] }) {
  const words = [
    course.stage ? `stage ${course.stage}` : 'stage not stated', course.ecog === null ? 'ECOG not stated' : `ECOG ${course.ecog}`,
    course.brainDisease === 'yes' ? 'brain disease' : course.brainDisease === 'no' ? 'no brain disease' : 'brain disease not stated',
    ...course.organFunction.map((one) => `${one.organ} ${one.state}${one.detail ? ` (${one.detail})` : ''}`), ...course.allergies.map((one) => `allergy: ${one}`),
  ]
  return <p className="small q">{words.join(' · ')}</p>
}

function Drivers({ view, tierOf, onGo }: OverviewProps) {
  const { drivers } = view
  return (
    <Section title="Drivers" note={`${drivers.length} of ${view.counts.variants} alterations`}>
      {drivers.length === 0 ? <p className="qq">None found: no alteration of this tumour meets the criteria of a driver.</p> : null}
      <ul className="brief-lines">
        {drivers.slice(0, 8).map((driver) => (
          <li key={driver.alterationIds.join()}>
            {tierOf ? <TierChip tier={driver.alterationIds[0] ? tierOf(driver.alterationIds[0]) : null} note="my call" /> : null}
            <button type="button" onClick={() => onGo('variants', driver.alterationIds[0])}><b>{driver.label}</b></button>
            <EffectGlyph effect={(driver.effect === 'switch' ? 'gain' : driver.effect) as EffectName /* gain, loss, neutral, unknown: the engine's own words */} word={driver.effect === 'switch' ? 'switch' : driver.effect === 'unknown' ? 'effect unclear' : `${driver.effect} of function`} />
            <span className="qq small right">confidence {driver.confidence} of 100</span>
          </li>
        ))}
      </ul>
      {drivers.length > 8 ? <button type="button" className="brief-more" onClick={() => onGo('variants')}>{drivers.length - 8} more in Variants</button> : null}
    </Section>
  )
}
