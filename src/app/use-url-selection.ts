import { useNavigate, useSearch } from '@tanstack/react-router'

/** The selection of a place, kept in the address: Back and a sent link come to the same thing. */
export function useUrlSelection() {
  const navigate = useNavigate()
  const { sel } = useSearch({ strict: false })
  const onSelect = (id: string | null) => void navigate({ to: '.', search: ({ sel: _before, ...rest }) => (id === null ? rest : { ...rest, sel: id }), replace: true })
  return { selected: sel ?? null, onSelect }
}
