import { Select } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { tumourTypesQuery } from '../intake-query.ts'

/** Tumour type by OncoTree: search by name, code or tissue. */
export function TumourSelect({ value, onChange }: { value: string | null; onChange: (code: string | null) => void }) {
  const [typed, setTyped] = useState('')
  const [q] = useDebouncedValue(typed, 150)
  const found = useQuery({ ...tumourTypesQuery(q), placeholderData: keepPreviousData })
  const chosen = useQuery({ ...tumourTypesQuery(value ?? ''), enabled: value !== null }).data?.find((one) => one.code === value)
  const options = found.data ?? []
  const data = (chosen && !options.some((one) => one.code === chosen.code) ? [chosen, ...options] : options).map((one) => ({ value: one.code, label: `${one.name} (${one.code})`, tissue: one.tissue }))
  return (
    <Select label="Tumour type, OncoTree" placeholder="Type a name, a code or a tissue" searchable clearable withAsterisk value={value} data={data} filter={({ options: all }) => all} onChange={onChange} onSearchChange={setTyped}
      nothingFoundMessage={found.isError ? 'The list could not be read' : found.isFetching ? 'searching' : 'no tumour type by this name'} maxDropdownHeight={320} />
  )
}
