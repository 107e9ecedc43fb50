import { useNavigate } from '@tanstack/react-router'
import type { PlaceId } from './places.ts'

/** To another place of this case. */
export function useGo(caseId: string) {
  const navigate = useNavigate()
  return (place: PlaceId, view?: string) => void navigate({ to: '/case/$caseId/$place', params: { caseId, place }, search: view ? { view } : {} })
}
