import type { ErrorComponentProps } from '@tanstack/react-router'
import { ApiError } from '#src/lib/call.ts'
import { FailedState } from '#src/ui/parts/four-states.tsx'

/** A defect of a screen, caught once: what the person typed elsewhere is untouched, and it says so. */
export function PageFailed({ error, reset }: ErrorComponentProps) {
  const reference = error instanceof ApiError ? (error.detail ?? undefined) : undefined
  const isUnreachable = error instanceof ApiError && error.code === 'unreachable'
  return (
    <FailedState what="this screen" reason={isUnreachable ? 'The server does not answer.' : 'Something happened that should not happen.'}
      effect="Nothing was recorded. What was saved before is safe." reference={reference} onRetry={reset} />
  )
}
