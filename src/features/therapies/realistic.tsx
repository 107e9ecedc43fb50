import './therapies.css'
import type { TherapyCard } from '#src/contract/views/therapies-view.ts'
import { Icon, type IconName } from '#src/ui/parts/icon.tsx'

type State = TherapyCard['feasibility'][number]['state']
const stateOf: Record<State, { icon: IconName; word: string }> = { met: { icon: 'check', word: 'met' }, not_met: { icon: 'cross', word: 'not met' }, unknown: { icon: 'untested', word: 'not known' } }

/** What this patient can get and tolerate, three-valued: not known is never read as met. */
export function Realistic({ facts }: { facts: TherapyCard['feasibility'] }) {
  return (
    <>
      <h3>What is realistic</h3>
      {facts.length === 0 ? <p className="qq">Nothing about access or fitness is on record for this option.</p> : (
        <ul className="access">
          {facts.map((fact) => (
            <li key={`${fact.fact} ${fact.because}`} data-state={fact.state}>
              <b><Icon name={stateOf[fact.state].icon} isSmall />{stateOf[fact.state].word}</b><span>{fact.because}</span>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
