import { BoardView } from '#src/features/board/board-view.tsx'

/** A document of its own: leaving it goes back to where the presenter came from. */
export function BoardPage({ session }: { session: string }) {
  return <BoardView session={session} onLeave={() => globalThis.history.back()} />
}
