import { useMemo, useState } from 'react'
import type { PreviewView } from '#src/contract/views/intake-view.ts'
import type { Alteration } from '#src/domain/alteration.ts'
import { changeOf, kindWords, readsText } from '#src/lib/words/change-words.ts'
import { listedWords } from '#src/lib/words/listed-words.ts'
import { DataTable } from '#src/ui/table/data-table.tsx'
import type { DataColumn } from '#src/ui/table/table-model.ts'

const notStated = <span className="qq">not stated</span>
const columns: DataColumn<Alteration>[] = [
  { id: 'gene', head: 'Gene', width: '96px', sortBy: (row) => row.gene, cell: (row) => <b>{row.gene}</b> },
  { id: 'change', head: 'Change', width: 'minmax(140px, 1.4fr)', sortBy: (row) => changeOf(row).text, cell: (row) => <span className={changeOf(row).isNotation ? 'mono' : undefined}>{changeOf(row).text}</span> },
  { id: 'kind', head: 'Kind', width: '120px', sortBy: (row) => row.kind, cell: (row) => kindWords[row.kind] },
  { id: 'vaf', head: 'VAF, reads', width: '124px', sortBy: (row) => row.vaf, cell: (row) => (row.vaf === null ? notStated : <>{row.vaf.toFixed(2)} <span className="mono qq">{readsText(row)}</span></>) },
  { id: 'copies', head: 'Copies', width: '88px', sortBy: (row) => row.copyNumber, cell: (row) => row.copyNumber ?? notStated },
  { id: 'reported', head: 'As the source wrote it', width: 'minmax(140px, 1fr)', sortBy: (row) => row.asReported, cell: (row) => <span className="q" title={row.asReported}>{row.asReported}</span> },
]
const rowId = (row: Alteration) => row.id

/** What will be taken in: the first rows of what was read and typed, and the counts of all of it. */
export function PreviewTable({ preview }: { preview: PreviewView }) {
  const [selectedId, setSelectedId] = useState<string | null>(null)
  const groups = useMemo(() => [{ id: 'all', rows: preview.alterations }], [preview.alterations])
  const listed = Object.entries(preview.listed)
  return (
    <section className="preview" aria-label="What was read">
      <p className="small q">
        <b>{preview.alterationsTotal} {preview.alterationsTotal === 1 ? 'alteration' : 'alterations'}</b>{preview.alterations.length < preview.alterationsTotal ? `, the first ${preview.alterations.length} shown` : ''}; {preview.biomarkers.length} biomarkers; {preview.records} records
        {listed.length > 0 ? <>; not alterations of a gene: {listed.map(([reason, count]) => `${listedWords(reason)} ${count}`).join(', ')}</> : null}{preview.notTested > 0 ? <>; genes the records mark as not tested: {preview.notTested}</> : null}
        {preview.genomeBuild === 'unknown' ? null : <>; genome build {preview.genomeBuild}</>}
      </p>
      {preview.biomarkers.length > 0 ? <p className="small">{preview.biomarkers.map((one) => `${one.name} ${one.status === 'measured' ? one.value ?? one.asReported : one.status.replaceAll('_', ' ')}${one.unit ? ` ${one.unit}` : ''}`).join(' · ')}</p> : null}
      {preview.alterations.length > 0 ? <div className="preview-table"><DataTable label="Alterations as read" columns={columns} groups={groups} rowId={rowId} options={{ hasKeys: false }} selection={{ selectedId, onSelect: setSelectedId }} /></div> : null}
    </section>
  )
}
