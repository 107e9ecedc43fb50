import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import type { OriginalReportLine } from '#src/domain/intake.ts'
import { Icon } from '#src/ui/parts/icon.tsx'
import { passageMatchesQuery } from './document-query.ts'

type LineMatchesProps = { intakeId: string; line: OriginalReportLine; labels: ReadonlyMap<string, string>; onChange: (patch: Partial<OriginalReportLine>) => void }

/** Alterations of the case that a line speaks of: offered by what it says, linked by a person's press, taken back the same way. */
export function LineMatches({ intakeId, line, labels, onChange }: LineMatchesProps) {
  const [text] = useDebouncedValue(line.text, 400)
  const found = useQuery(passageMatchesQuery(intakeId, text))
  const offered = (found.data ?? []).filter((match) => !line.alterationIds.includes(match.alterationId))
  const nameOf = (id: string) => labels.get(id) ?? found.data?.find((match) => match.alterationId === id)?.label ?? 'an alteration that is not among those read now'
  if (text.trim().length < 3 && line.alterationIds.length === 0) return null
  return (
    <div className="line-matches small">
      {line.alterationIds.length > 0 ? (
        <span className="match-row"><span className="lab">Speaks of</span>
          {line.alterationIds.map((id) => <button key={id} type="button" className="match" data-confirmed aria-label={`${nameOf(id)}: confirmed; press to take back`} onClick={() => onChange({ alterationIds: line.alterationIds.filter((one) => one !== id) })}><Icon name="check" isSmall />{nameOf(id)}<Icon name="cross" isSmall /></button>)}
        </span>
      ) : null}
      {offered.length > 0 ? (
        <span className="match-row"><span className="lab">May speak of</span>
          {offered.map((match) => (
            <button key={match.alterationId} type="button" className="match" aria-label={`Confirm that this line speaks of ${match.label}`} title={match.by === 'change' ? 'the change is named' : 'only the gene is named'}
              onClick={() => onChange({ alterationIds: [...line.alterationIds, match.alterationId], ...(line.gene === null ? { gene: match.gene } : {}) })}>
              <Icon name="plus" isSmall />{match.label}<span className="qq">{match.retired ? ` named ${match.retired}` : match.by === 'gene' ? ' by its gene' : ''}</span>
            </button>
          ))}
        </span>
      ) : null}
      {found.isPending ? <span className="qq">looking for alterations it names</span> : null}
      {found.isError ? <span className="res">The alterations it names could not be looked for. <button type="button" className="gate-undo" onClick={() => void found.refetch()}>Try again</button></span> : null}
      {found.data?.length === 0 && line.alterationIds.length === 0 ? <span className="qq">names no alteration that was read or typed</span> : null}
    </div>
  )
}
