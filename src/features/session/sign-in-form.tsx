import { Button, PasswordInput, TextInput } from '@mantine/core'
import { useState, type SubmitEvent } from 'react'
import { signInText } from './refusal-text.ts'
import { useSignIn } from './use-session-acts.ts'

/** Email and password; the refusal stands beside the button that was used. */
export function SignInForm({ onEntered }: { onEntered: () => void }) {
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const signIn = useSignIn(onEntered)
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    signIn.mutate({ email: email.trim(), password })
  }
  return (
    <form className="stack" onSubmit={submit} aria-label="Sign in">
      <TextInput label="Email" type="email" name="email" autoComplete="username" required value={email} onChange={(event) => setEmail(event.currentTarget.value)} />
      <PasswordInput label="Password" name="password" autoComplete="current-password" required value={password} onChange={(event) => setPassword(event.currentTarget.value)} />
      {signIn.isError ? <p role="alert" className="res med">{signInText(signIn.error.code)}</p> : null}
      <Button type="submit" variant="filled" loading={signIn.isPending}>Sign in</Button>
    </form>
  )
}
