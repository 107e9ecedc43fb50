import { useQuery } from '@tanstack/react-query'
import { roleWords } from '#src/lib/words/role-words.ts'
import { FailedState, LoadingState } from '#src/ui/parts/four-states.tsx'
import { Icon } from '#src/ui/parts/icon.tsx'
import { personasQuery } from './personas-query.ts'
import { personaText } from './refusal-text.ts'
import { useTakePersona } from './use-session-acts.ts'

/** In the demonstration nobody has a password: one takes the part of a person, and sees what that person may see. */
export function PersonaPicker({ onEntered }: { onEntered: () => void }) {
  const personas = useQuery(personasQuery())
  const take = useTakePersona(onEntered)
  if (personas.isPending) return <LoadingState what="who can be played" rows={4} />
  if (personas.isError) return <FailedState what="who can be played" reason="The demonstration does not answer." effect="Nobody can be signed in." onRetry={() => void personas.refetch()} />
  return (
    <div className="stack">
      <ul className="persona-list">
        {personas.data.map((person) => (
          <li key={person.id}>
            <button type="button" disabled={take.isPending} onClick={() => take.mutate(person.id)}>
              <Icon name="user" />
              <span><b>{person.name}</b><span className="qq">{person.credential ?? 'no credential'}</span></span>
              <span className="q">{person.roles.map((role) => roleWords[role]).join(', ')}</span>
              <Icon name="open" isSmall />
            </button>
          </li>
        ))}
      </ul>
      {take.isError ? <p role="alert" className="res med">{personaText(take.error.code)}</p> : null}
    </div>
  )
}
