import './board.css'
import type { BoardView } from '#src/contract/views/board-view.ts'
import { joinedLabel } from '#src/lib/words/joined-label.ts'
import { CertaintyDots } from '#src/ui/parts/certainty-dots.tsx'
import { EffectGlyph } from '#src/ui/parts/effect-glyph.tsx'
import { Icon } from '#src/ui/parts/icon.tsx'
import { isLockedStep, stepNames, type StepId } from './steps.ts'
import { WallLines, WallLocked, WallTitle } from './wall-parts.tsx'
import { outcomeWords, wallReason, wallSaid } from './wall-words.ts'

type StepProps = { view: BoardView; block: number }

const words = (code: string) => code.replaceAll('_', ' ')
const glyph = (effect: string) => (effect === 'gain' || effect === 'loss' || effect === 'neutral' ? effect : 'unknown')
const dots = (certainty: number) => (certainty >= 3 ? 3 : certainty === 2 ? 2 : 1)
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

function Question({ view }: StepProps) {
  return (
    <div className="wall-question">
      <p className="wall-over">Why the case comes: {words(view.reason) || 'not stated'}</p>
      <h1>{view.question}</h1>
      <WallLines none="No biomarker is on record" lines={view.biomarkers.slice(0, 6).map((one, index) => ({ id: `${index}`, main: <><b>{one.name}</b> {one.value}</> }))} />
    </div>
  )
}

function Course({ view }: StepProps) {
  return (
    <>
      <WallTitle over="Course so far" title={view.course.length === 0 ? 'No earlier therapy on record' : `${view.course.length} ${view.course.length === 1 ? 'line' : 'lines'} of therapy`} />
      <div className="wall-body"><WallLines none="Nothing was given before, as far as the records say." lines={view.course.map((line, index) => ({ id: `${index}`, main: <><span className="wall-number">{index + 1}</span><b>{capital(line.drugs)}</b></>, under: `${line.period || 'dates not stated'} · best response ${words(line.response)} · stopped: ${words(line.stopped)}` }))} /></div>
    </>
  )
}

/** How the drivers act on each other comes as a second block; what it will be, or that there is nothing, is said in its place. */
function Relations({ view, block }: StepProps) {
  if (view.interactions.length === 0) return <p className="wall-none">No relation between them is in the network of this release.</p>
  if (block === 0) return <p className="wall-none">How they act on each other: Space, or Next</p>
  return <WallLines none="" lines={view.interactions.map((one, index) => ({ id: `${index}`, main: <span className="row"><b>{one.title}</b><CertaintyDots dots={dots(one.certainty)} /></span>, under: one.sentence }))} />
}

function Drivers({ view, block }: StepProps) {
  const { drivers } = view
  if (drivers.length === 0) {
    return (
      <>
        <WallTitle over="Drivers" title="No driver was found" />
        <div className="wall-body"><p className="wall-none">No alteration of this tumour is a driver by the criteria of this release, so none can be drawn on the network. That is a finding, not a gap: what was not tested is listed in the case.</p></div>
      </>
    )
  }
  return (
    <>
      <WallTitle over="Drivers" title={`${drivers.length} ${drivers.length === 1 ? 'driver' : 'drivers'}`} />
      <div className="wall-halves">
        <div><WallLines none="" lines={drivers.map((one, index) => ({ id: `${index}`, main: <span className="row"><b>{joinedLabel(one.label)}</b><EffectGlyph effect={glyph(one.effect)} word={one.effect === 'switch' ? 'switch' : undefined} /></span>, under: words(one.oncogenicity) }))} /></div>
        <div><Relations view={view} block={block} /></div>
      </div>
    </>
  )
}

function Reasons({ title, icon, reasons }: { title: string; icon: 'arrow' | 'tee'; reasons: readonly string[] }) {
  return <div><h2><Icon name={icon} />{title}</h2>{reasons.length === 0 ? <p className="wall-none">none on record</p> : <ul className="wall-reasons">{reasons.map((reason) => <li key={reason}><p>{reason}</p></li>)}</ul>}</div>
}

function Therapies({ view, block }: StepProps) {
  const therapy = view.therapies[block]
  if (!therapy) return <WallTitle over="Therapies" title="No option meets the thresholds" />
  return (
    <>
      <WallTitle over={`Option ${block + 1} of ${view.therapies.length}, computed`} title={capital(therapy.name)} end={<><b>{therapy.level ? `Level ${therapy.level}` : 'no level'}</b><br />band {therapy.band}</>} />
      <div className="wall-halves wall-for-against"><Reasons title="For" icon="arrow" reasons={therapy.for.map((text) => wallReason(text, therapy.name))} /><Reasons title="Against" icon="tee" reasons={therapy.against.map((text) => wallReason(text, therapy.name))} /></div>
    </>
  )
}

function Quarter({ name, text }: { name: string; text: string }) {
  const { code, words: said, against } = wallSaid(text)
  return <section aria-label={name}><h2>{name}</h2><p><b>{capital(code)}</b>{said ? <>. {capital(said)}</> : null}</p>{against ? <p><span className="qq">Against: </span>{against}</p> : null}</section>
}

function Disagreement({ view, block }: StepProps) {
  const row = view.disagreements[block]
  if (!row) return <><WallTitle over="Disagreement" title="The readings agree" /><div className="wall-body"><p className="wall-none">No point on which the two experts, the computed result and the first report part.</p></div></>
  return (
    <>
      <WallTitle over={`Disagreement ${block + 1} of ${view.disagreements.length}`} title={capital(row.subject)} />
      <div className="wall-quarters">
        {([['Genomics', row.genomic_expert], ['Oncology', row.oncologist], ['Original report', row.original], ['Computed', row.computed]] as const).map(([name, text]) => <Quarter key={name} name={name} text={text} />)}
      </div>
    </>
  )
}

const order = ['for', 'against', 'open']
const stanceWords: Record<string, Record<string, string>> = { therapy: { for: 'into the plan', against: 'not to do', open: 'neither' }, driver: { for: 'a driver', against: 'not a driver', open: 'uncertain' } }
const decided = ({ kind, stance, outcome }: BoardView['decisions'][number]) => `${stanceWords[kind]?.[stance] ?? { for: 'yes', against: 'no', open: 'open' }[stance]}, ${outcomeWords[outcome] ?? words(outcome)}`

function Decision({ view }: StepProps) {
  return (
    <>
      <WallTitle over="Decision" title={view.decisions.length === 0 ? 'Nothing is decided yet' : 'What was agreed'} />
      <div className="wall-body"><WallLines none="The experts decide row by row in the consensus; what they agree stands here." lines={view.decisions.toSorted((a, b) => order.indexOf(a.stance) - order.indexOf(b.stance)).map((one) => ({ id: `${one.kind} ${one.subject}`, main: <><b>{capital(one.subject)}</b> <span className="q">{decided(one)}</span></>, under: one.text }))} /></div>
    </>
  )
}

const drawn: Record<StepId, (props: StepProps) => React.ReactNode> = { question: Question, course: Course, drivers: Drivers, therapies: Therapies, disagreement: Disagreement, decision: Decision }

export function WallStep({ step, view, block }: StepProps & { step: StepId }) {
  if (isLockedStep(step, view)) return <WallLocked what={stepNames[step]} />
  const Step = drawn[step]
  return <Step view={view} block={block} />
}
