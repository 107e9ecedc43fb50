import type { ReactNode } from 'react'
import type { CaseView } from '#src/contract/views/case-view.ts'
import { Icon } from '#src/ui/parts/icon.tsx'
import { Section } from '#src/ui/parts/section.tsx'
import type { GoTo } from './go-to.ts'

/** What is open in this case as far as I may know it; each line leads to where it is settled. */
export function UnresolvedBlock({ view, onGo }: { view: CaseView; onGo: GoTo }) {
  const lines: { id: string; text: ReactNode; go: () => void }[] = []
  for (const flag of view.flags.filter((one) => one.resolved === null)) lines.push({ id: flag.id, text: <><Icon name="flag" isSmall />{flag.blocking ? 'Blocking flag' : 'Flag'}: {flag.text}</>, go: () => onGo('history') })
  const uncertain = view.drivers.filter((driver) => driver.effect === 'unknown' || driver.confidence < 50)
  for (const driver of uncertain) lines.push({ id: driver.label, text: <>{driver.label}: effect or driver role unsure</>, go: () => onGo('variants', driver.alterationIds[0]) })
  if (view.mine.slot && !view.mine.committed) lines.push({ id: 'mine', text: <>Your opinion is not committed</>, go: () => onGo('review') })
  if (view.counts.interactions > 0 && view.mine.slot && !view.mine.committed) lines.push({ id: 'interactions', text: <>{view.counts.interactions === 1 ? '1 interaction' : `${view.counts.interactions} interactions`} to be read</>, go: () => onGo('network') })
  if (view.mine.openRows > 0) lines.push({ id: 'rows', text: <>{view.mine.openRows} rows of the comparison are open</>, go: () => onGo('consensus') })
  return (
    <Section title="Unresolved" note={String(lines.length)}>
      {lines.length === 0 ? <p className="qq">Nothing that is open to you is unresolved.</p> : null}
      <ul className="brief-lines">{lines.map((line) => <li key={line.id}><button type="button" onClick={line.go}>{line.text}</button></li>)}</ul>
    </Section>
  )
}
