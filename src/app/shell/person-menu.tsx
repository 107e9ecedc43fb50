import { useNavigate, useRouter } from '@tanstack/react-router'
import { UserMenu } from '#src/features/session/user-menu.tsx'
import { useShowKeys } from './show-keys.ts'

/** The person's menu with the ways it leads to: after a change of person the same address is read again, with the new eyes. */
export function PersonMenu() {
  const navigate = useNavigate()
  const router = useRouter()
  const showKeys = useShowKeys()
  return <UserMenu onSwitched={() => void router.invalidate()} onLeft={() => void navigate({ to: '/sign-in' })} onShowKeys={showKeys} />
}
