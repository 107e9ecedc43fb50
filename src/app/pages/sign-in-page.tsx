import { getRouteApi, useRouter } from '@tanstack/react-router'
import { useEffect } from 'react'
import { SignIn } from '#src/features/session/sign-in.tsx'

const route = getRouteApi('/sign-in')

/** After the sign-in, back to where one wanted to go; only an address of this page counts. */
export function SignInPage() {
  const router = useRouter()
  const { view } = route.useSearch()
  useEffect(() => {
    document.title = 'Consilium'
  }, [])
  return <SignIn onEntered={() => router.history.push(view?.startsWith('/') && !view.startsWith('//') ? view : '/')} />
}
