import './review.css'
import { useMediaQuery } from '@mantine/hooks'
import { Icon } from '#src/ui/parts/icon.tsx'
import type { CheckItem } from './checklist.ts'

function goTo(id: string) {
  const section = document.querySelector(`#item-${id}`)
  section?.scrollIntoView({ block: 'start', behavior: matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth' })
  if (section instanceof HTMLElement) section.focus({ preventScroll: true })
}

function Lines({ items, isPressing = false }: { items: readonly CheckItem[]; isPressing?: boolean }) {
  return (
    <ul className="check-rail">
      {items.map((item) => (
        <li key={item.id} data-missing={(item.isMissing && isPressing) || undefined}>
          <button type="button" onClick={() => goTo(item.id)}>
            <Icon name={item.isMissing ? (isPressing ? 'warn' : 'dash') : item.isAsked || item.said !== '' && item.said !== '0' && !item.said.startsWith('0 of') ? 'check' : 'dash'} isSmall />
            <span>{item.name}</span><span>{item.said || (item.isMissing ? 'empty' : 'none')}</span>
          </button>
        </li>
      ))}
    </ul>
  )
}

/** What is asked of this role, and what is answered so far. */
export function ChecklistRail({ items, isPressing }: { items: readonly CheckItem[]; isPressing: boolean }) {
  const asked = items.filter((item) => item.isAsked)
  const done = asked.filter((item) => !item.isMissing).length
  // On a phone the list would fill the first screen: progress stays, the list unfolds.
  const isNarrow = useMediaQuery('(max-width: 799px)', false, { getInitialValueInEffect: false })
  const lists = (
    <>
      <Lines items={asked} isPressing={isPressing} />
      <h3 className="check-head">Optional for your role</h3>
      <Lines items={items.filter((item) => !item.isAsked)} />
    </>
  )
  return (
    <nav aria-label="Items of your review">
      <div className="check-progress">
        <p className="row"><b>{done} of {asked.length}</b> <span className="q">asked of you answered</span></p>
        <progress max={asked.length} value={done} aria-label="Answered items" />
      </div>
      {isNarrow ? <details className="check-fold" open={isPressing}><summary>Go to an item</summary>{lists}</details> : lists}
    </nav>
  )
}
