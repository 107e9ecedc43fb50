import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { CalendarDate } from '#src/domain/calendar-date.ts'

type DateFieldProps = { label: string; value: string | null; onChange: (date: string | null) => void; isRequired?: boolean; least?: string | undefined }

/** A calendar date as YYYY-MM-DD. The browser's own date field writes it in its own order, and 04/05 is two dates. What is not a date is not taken over, and says so. */
export function DateField({ label, value, onChange, isRequired = false, least }: DateFieldProps) {
  const [typed, setTyped] = useState<string | null>(null)
  const text = typed ?? value ?? ''
  const isDate = text === '' || CalendarDate.safeParse(text).success
  const problem = !isDate ? 'write YYYY-MM-DD, a day that exists' : least && text !== '' && text < least ? `lies before today, ${least}` : null
  return (
    <TextInput label={label} withAsterisk={isRequired} placeholder="YYYY-MM-DD" maxLength={10} value={text} error={typed !== null && text.length < 10 && !isDate ? null : problem} className="date-field"
      onChange={(event) => {
        const next = event.currentTarget.value.trim()
        setTyped(next)
        if (next === '' || CalendarDate.safeParse(next).success) onChange(next || null)
      }}
      onBlur={() => { if (isDate) setTyped(null) }} />
  )
}
