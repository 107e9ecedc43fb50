import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link, Outlet, useNavigate, useParams } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { caseQuery } from '#src/lib/queries/case-query.ts'
import { useNow } from '#src/lib/use-now.ts'
import { useSession } from '#src/lib/use-session.ts'
import { endOfDay } from '#src/lib/zone-time.ts'
import { Frame } from '#src/ui/frame/frame.tsx'
import { Chip } from '#src/ui/parts/chip.tsx'
import { DueText } from '#src/ui/parts/due-text.tsx'
import { FailedState, LoadingState } from '#src/ui/parts/four-states.tsx'
import { showToast } from '#src/ui/parts/toast.tsx'
import { isPlaceId, places, type PlaceId } from '../places.ts'
import { CaseLadder } from './case-ladder.tsx'
import { caseRefusal } from './case-refusal.ts'
import { identityItems } from './identity-items.tsx'
import { PersonMenu } from './person-menu.tsx'
import { TopBar } from './top-bar.tsx'
import { useCaseKeys } from './use-case-keys.ts'
import { useOpenBoard } from './use-open-board.ts'

const route = getRouteApi('/signed-in/case/$caseId')

/** Identity bar, rail and ladder around every place of a case. */
export function CaseShell() {
  const { caseId } = route.useParams()
  const { place } = useParams({ strict: false })
  const { sel } = route.useSearch()
  const navigate = useNavigate()
  const query = useQuery(caseQuery(caseId))
  const { zone } = useSession()
  const now = useNow()
  const [isMasked, setIsMasked] = useState(false)
  const board = useOpenBoard(caseId)
  const go = (to: PlaceId) => void navigate({ to: '/case/$caseId/$place', params: { caseId, place: to }, search: sel ? { sel } : {} })
  useCaseKeys(caseId, place, { go, mask: () => setIsMasked((was) => !was), board: () => board.mutate() })

  const view = query.data
  useEffect(() => {
    document.title = view?.code ?? 'Consilium' // the title is read over shoulders and kept in histories: the code and nothing else
  }, [view?.code])
  useEffect(() => {
    if (board.isError) showToast('The board could not be opened. Try again.')
  }, [board.isError])

  if (!view) {
    const told = query.error ? caseRefusal[query.error.code as keyof typeof caseRefusal] ?? caseRefusal.unexpected : null // codes of this operation, by the contract
    return (
      <div className="frame-bare">
        <TopBar />
        <main id="main" className="pane" tabIndex={-1}>
          {told ? <><FailedState what="this case" {...told} onRetry={() => void query.refetch()} /><p className="sec"><Link to="/">To the worklist</Link></p></> : <LoadingState what="the case" />}
        </main>
      </div>
    )
  }

  const entries = [
    ...places.map((one) => ({ id: one.id, name: one.name, keys: one.keys, href: `/case/${caseId}/${one.id}`, count: one.count(view), isLocked: !one.isOpen(view), isAfterGap: one.isAfterGap })),
    { id: 'board', name: 'Board', keys: 'g b', href: '#board' },
  ]
  return (
    <Frame
      identity={{
        code: <Link to="/" className="code-link" title="To the worklist">{view.code}</Link>, under: <DueText due={view.due === null ? null : endOfDay(view.due, zone)} now={now} />, items: identityItems(view, isMasked),
        end: <><CaseBadges view={view} /><PersonMenu /></>,
      }}
      rail={{ label: 'Case', entries, currentId: place ?? 'overview', onGo: (entry) => (isPlaceId(entry.id) ? go(entry.id) : board.mutate()), foot: <CaseLadder view={view} zone={zone} /> }}
    >
      <Outlet />
    </Frame>
  )
}

function CaseBadges({ view }: { view: { opens: { ranking: boolean; comparison: boolean }; mine: { committed: boolean; slot: string | null }; protocol: string; demonstration: boolean } }) {
  return (
    <>
      {view.demonstration ? <Chip title="A demonstration: the patient is invented">demo</Chip> : null}
      {view.opens.comparison
        ? <Chip title="Both experts have committed: opinions, ranking and comparison are open">open</Chip>
        : <Chip tone="hatched" title={view.mine.committed ? 'Your opinion is committed; the other opens when both are' : 'Facts only: the ranking opens after your commitment, the other opinion after both'}>{view.mine.committed ? 'committed, blind' : view.protocol === 'assisted' ? 'assisted, blind' : 'blind'}</Chip>}
    </>
  )
}
