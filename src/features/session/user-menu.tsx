import { useQuery } from '@tanstack/react-query'
import { useRef } from 'react'
import { useSession } from '#src/lib/use-session.ts'
import { roleWords } from '#src/lib/words/role-words.ts'
import { Icon } from '#src/ui/parts/icon.tsx'
import { personasQuery } from './personas-query.ts'
import { personaText } from './refusal-text.ts'
import { useSignOut, useTakePersona } from './use-session-acts.ts'

type UserMenuProps = { onSwitched: () => void; onLeft: () => void; onShowKeys: () => void }

/** Who I am; in the demonstration, who else I could be. A native popover: Escape and a click beside it close it. */
export function UserMenu({ onSwitched, onLeft, onShowKeys }: UserMenuProps) {
  const menu = useRef<HTMLDivElement>(null)
  const { person, host } = useSession()
  const personas = useQuery({ ...personasQuery(), enabled: host === 'demonstration' })
  const close = () => menu.current?.hidePopover()
  const take = useTakePersona(onSwitched)
  const leave = useSignOut(onLeft)
  if (!person) return null
  return (
    <>
      <button type="button" className="user-button" popoverTarget="user-menu" aria-label={`${person.name}, menu`}>
        <Icon name="user" /><span className="user-name">{person.name}</span>
      </button>
      <div id="user-menu" ref={menu} popover="auto" className="user-menu">
        <p><b>{person.name}</b><br /><span className="qq">{person.email}</span><br /><span className="q">{person.roles.map((role) => roleWords[role]).join(', ')}{person.credential ? `; ${person.credential.title}` : ''}</span></p>
        {personas.data && personas.data.length > 0 ? (
          <>
            <hr /><h2>Change to (demonstration)</h2>
            <ul>
              {personas.data.map((one) => (
                <li key={one.id}>
                  <button type="button" aria-current={one.id === person.id ? 'true' : undefined} disabled={take.isPending} onClick={() => { close(); take.mutate(one.id) }}>
                    <span>{one.name}</span><span className="qq small right">{one.roles.map((role) => roleWords[role]).join(', ')}</span>
                  </button>
                </li>
              ))}
            </ul>
            {take.isError ? <p role="alert" className="res med">{personaText(take.error.code)}</p> : null}
          </>
        ) : null}
        <hr />
        <ul>
          <li><button type="button" onClick={() => { close(); onShowKeys() }}><Icon name="key" /><span>Keys</span><kbd className="right">?</kbd></button></li>
          <li><button type="button" disabled={leave.isPending} onClick={() => leave.mutate()}><Icon name="back" /><span>Sign out</span></button></li>
        </ul>
        {leave.isError ? <p role="alert" className="res med">Signing out failed: the server does not answer. You are still signed in.</p> : null}
      </div>
    </>
  )
}
