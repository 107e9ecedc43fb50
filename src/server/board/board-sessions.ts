import type { Deps } from '../deps.ts'

/** A board on the wall: bound to one case, started by a person of that case, dead after 90 idle minutes or with the server. */
export type BoardSession = { caseId: string; startedBy: string; startedAt: string; lastSeen: number }

const idleLimit = 90 * 60_000

export function boardSessions(deps: Pick<Deps, 'clock' | 'newId'>) {
  const sessions = new Map<string, BoardSession>()
  return {
    open(caseId: string, personId: string): string {
      const id = deps.newId()
      const now = deps.clock()
      sessions.set(id, { caseId, startedBy: personId, startedAt: now.toISOString(), lastSeen: now.getTime() })
      return id
    },
    /** The session while it lives; looking at it keeps it alive. */
    live(id: string): (BoardSession & { expiresAt: string }) | null {
      const session = sessions.get(id)
      const now = deps.clock().getTime()
      if (!session || now - session.lastSeen > idleLimit) {
        sessions.delete(id)
        return null
      }
      session.lastSeen = now
      return { ...session, expiresAt: new Date(now + idleLimit).toISOString() }
    },
  }
}
