import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useQuery } from '@tanstack/react-query'
import type { Task, WorklistRow } from '#src/contract/views/worklist-view.ts'
import { Worklist, type Looking } from '#src/features/worklist/worklist.tsx'
import { readTab, rowsOfTab, tabWords, worklistTabs } from '#src/features/worklist/worklist-view.ts'
import { worklistQuery } from '#src/lib/queries/worklist-query.ts'
import { ViewTabs } from '#src/ui/parts/view-tabs.tsx'
import type { PlaceId } from '../places.ts'
import { TopBar } from '../shell/top-bar.tsx'

const route = getRouteApi('/signed-in/')
/** Where a task is done: an opinion begins with the brief. */
const placeOf: Record<Task, PlaceId> = {
  take_in: 'overview', commit_opinion: 'overview', wait_for_other: 'overview', decide_rows: 'consensus', agree_consensus: 'consensus', adopt_sections: 'report', sign: 'report', wait_for_signature: 'report', none: 'overview',
}

export function WorklistPage() {
  const search = route.useSearch()
  const navigate = useNavigate()
  const rows = useQuery(worklistQuery()).data?.rows
  useEffect(() => {
    document.title = 'Consilium'
  }, [])
  const looking: Looking = { tab: readTab(search.view), q: search.q ?? '', selectedId: search.sel ?? null }
  const look = (change: Partial<Looking>) => {
    const next = { ...looking, ...change }
    void navigate({
      to: '/', replace: true,
      search: { ...(next.tab === 'next' ? {} : { view: next.tab }), ...(next.q ? { q: next.q } : {}), ...(next.selectedId ? { sel: next.selectedId } : {}) },
    })
  }
  const open = (row: WorklistRow) => void navigate({ to: '/case/$caseId/$place', params: { caseId: row.id, place: placeOf[row.task] } })
  return (
    <div className="frame-bare">
      <TopBar>
        <ViewTabs label="Worklist" value={looking.tab} onChange={(tab) => look({ tab })} tabs={worklistTabs.map((tab) => ({ value: tab, label: tabWords[tab], ...(rows ? { count: rowsOfTab(rows, tab).length } : {}) }))} />
      </TopBar>
      <Worklist looking={looking} onLook={look} onOpen={open} onOpenIntake={(intakeId) => void navigate({ to: '/intake/$intakeId', params: { intakeId } })} />
    </div>
  )
}
