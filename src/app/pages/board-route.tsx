import { getRouteApi } from '@tanstack/react-router'
import { BoardPage } from './board-page.tsx'

const route = getRouteApi('/signed-in/board/$session')

export function BoardRoute() {
  const { session } = route.useParams()
  return <BoardPage session={session} />
}
