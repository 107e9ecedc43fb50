import { Button, Checkbox, NativeSelect } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '#src/contract/api.ts'
import type { TableView } from '#src/contract/views/intake-view.ts'
import { ColumnMeaning, type ColumnMapping as Mapping } from '#src/domain/column-mapping.ts'
import { call, type ErrorCodeOf, type ErrorOf } from '#src/lib/call.ts'
import { Icon } from '#src/ui/parts/icon.tsx'
import { RefusalLine } from '#src/ui/parts/refusal-line.tsx'
import { byWords, chosenAtFirst, columnsId, mappingOf, meaningWords, problemOf, type Chosen } from './column-words.ts'
import { previewQuery } from '../intake-query.ts'

const mapText: Record<ErrorCodeOf<typeof api.mapColumns>, string> = {
  not_authorised: 'Only a coordinator says what columns mean.', not_found: 'This table is no longer among the files: it was removed, or it is being read anew.', invalid_request: 'Two columns are given the same meaning. Nothing was changed.',
  not_signed_in: 'You are signed out. Sign in, then try again.', unexpected: 'Nothing was changed, for a reason that should not happen.', unreachable: 'Nothing was changed as far as is known: the server does not answer.',
}

type MappingProps = { intakeId: string; table: TableView; laboratory: string; onSave: () => Promise<void> }

/** A laboratory's own table: what each column holds, and what it was taken for. Open where no row was read; otherwise one line that opens. */
export function ColumnMapping({ intakeId, table, laboratory, onSave }: MappingProps) {
  const { readWith } = table
  const how = readWith ? `read with the mapping of ${readWith.on} by ${readWith.by}${readWith.isRemembered ? `, kept for ${readWith.laboratory || 'no laboratory'}` : ''}` : 'read by the names of its columns'
  return (
    <details className="mapping" id={columnsId(table.file)} open={!table.understood || undefined}>
      <summary><Icon name={table.understood ? 'check' : 'late'} isSmall /><b className="med">{table.file}</b> <span className={table.understood ? 'small q' : 'small res'}>{table.understood ? `${how}, ${table.rows} rows` : 'no row was read: say what the columns mean'}</span></summary>
      <MappingForm key={JSON.stringify(table.columns)} intakeId={intakeId} table={table} laboratory={laboratory} onSave={onSave} />
    </details>
  )
}

function MappingForm({ intakeId, table, laboratory, onSave }: MappingProps) {
  const client = useQueryClient()
  const [chosen, setChosen] = useState<Chosen>(() => chosenAtFirst(table))
  const [isRemembered, setIsRemembered] = useState(false)
  const canRemember = table.fingerprint !== null && laboratory.trim() !== ''
  const map = useMutation<{ mapped: true }, ErrorOf<typeof api.mapColumns>, { columns: Mapping | null; remember: boolean }>({
    // The laboratory is the one that is saved: what was typed goes first.
    mutationFn: async ({ columns, remember }) => {
      await onSave()
      return call(api.mapColumns, { params: { intakeId }, body: { file: table.file, columns, remember } })
    },
    onSuccess: () => client.invalidateQueries({ queryKey: previewQuery(intakeId).queryKey }),
  })
  const problem = problemOf(chosen)
  const read = () => map.mutate({ columns: mappingOf(chosen), remember: isRemembered && canRemember })
  return (
    <form className="stack mapping-form" onSubmit={(event) => { event.preventDefault(); if (!problem) read() }}>
      {table.offered.length > 0 ? (
        <p className="row wrap small"><span className="q">The same columns were explained before:</span>
          {table.offered.map((one) => <Button key={`${one.laboratory} ${one.on}`} size="xs" disabled={map.isPending} onClick={() => map.mutate({ columns: one.columns, remember: false })}>Use the mapping of {one.by} for {one.laboratory || 'no laboratory'}, {one.on}</Button>)}
        </p>
      ) : null}
      <div className="side-by-side" role="region" aria-label={`Columns of ${table.file}`}>
        <table>
          <thead><tr><th scope="col">Column</th><th scope="col">First values</th><th scope="col">Holds</th><th scope="col">Why</th></tr></thead>
          <tbody>
            {table.columns.map((column) => (
              <tr key={column.name}>
                <th scope="row">{column.name}</th>
                <td className="mono">{column.firstValues.length === 0 ? <span className="qq">empty</span> : column.firstValues.join(' · ')}</td>
                <td>
                  <NativeSelect aria-label={`${column.name} holds`} value={chosen[column.name] ?? ''} error={problem?.columns.includes(column.name) ?? false}
                    onChange={(event) => setChosen({ ...chosen, [column.name]: event.currentTarget.value as ColumnMeaning | '' /* only these are offered */ })}
                    data={[{ value: '', label: 'not said' }, ...ColumnMeaning.options.map((value) => ({ value, label: meaningWords[value] }))]} />
                </td>
                <td className={column.by === 'guess' ? 'small att' : 'small q'}>{chosen[column.name] === (column.meaning ?? '') ? byWords[column.by] : 'changed here'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Checkbox label={laboratory.trim() === '' ? 'Keep for this laboratory' : `Keep for ${laboratory.trim()}`} checked={isRemembered && canRemember} disabled={!canRemember} onChange={(event) => setIsRemembered(event.currentTarget.checked)}
        description={table.fingerprint === null ? 'A table without a header cannot be recognised again' : laboratory.trim() === '' ? 'Name the laboratory under Specimen and assay first' : 'Its next table with these columns is read alike, and says so'} />
      <span className="row wrap">
        <Button type="submit" loading={map.isPending} disabled={problem !== null}>Read the table with this</Button>
        {table.readWith ? <Button disabled={map.isPending} onClick={() => map.mutate({ columns: null, remember: table.readWith?.isRemembered ?? false })}>{table.readWith.isRemembered ? 'Forget it, and read by the column names' : 'Read by the column names again'}</Button> : null}
        <span className="small att" role="status">{problem?.text ?? ''}</span>
      </span>
      <RefusalLine text={map.error ? mapText[map.error.code] : null} />
    </form>
  )
}
