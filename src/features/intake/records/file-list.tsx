import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import type { UploadView } from '#src/contract/views/intake-view.ts'
import { Icon } from '#src/ui/parts/icon.tsx'
import { RefusalLine } from '#src/ui/parts/refusal-line.tsx'
import { columnsId } from './column-words.ts'
import { fileSize } from './file-size.ts'
import { formatWords } from './format-words.ts'
import { ProblemList } from './problem-list.tsx'
import { SendingFile } from './sending-list.tsx'
import type { useUploads } from './use-uploads.ts'

type Uploads = ReturnType<typeof useUploads>

/** Every file, whether it is sent, being read, read or failed, with what can be done about it. */
export function FileList({ uploads, read }: { uploads: Uploads; read: readonly UploadView[] }) {
  if (uploads.sending.length + read.length === 0) return null
  return (
    <ul className="files" aria-label="Files of this intake">
      {read.map((one) => <ReadFile key={one.id} one={one} onRemove={() => uploads.removeRead(one.id)} />)}
      {uploads.sending.map((one) => <SendingFile key={one.id} one={one} uploads={uploads} />)}
    </ul>
  )
}

function ReadFile({ one, onRemove }: { one: UploadView; onRemove: () => Promise<void> }) {
  const removal = useMutation({ mutationFn: onRemove })
  const errors = one.problems.filter((problem) => problem.severity === 'error').length
  return (
    <li data-state={one.state}>
      <div className="file-line">
        <Icon name={one.state === 'failed' ? 'late' : one.state === 'read' ? 'check' : 'file'} /><b className="med clip">{one.name}</b>
        {one.state === 'reading' ? <><progress max={one.bytes || 1} value={one.bytesRead} aria-label={`Reading ${one.name}`} /><span className="qq small">read {fileSize(one.bytesRead)} of {fileSize(one.bytes)}</span></> : null}
        {one.state === 'read' && one.file ? <span className="q small">{formatWords(one.file.format)}, {fileSize(one.bytes)}{one.file.records > 0 ? `, ${one.file.records} ${one.file.records === 1 ? 'record' : 'records'}` : ''}{one.file.problems === 0 ? '' : one.file.problems === 1 ? ', 1 remark' : `, ${one.file.problems} remarks`}{one.file.format === 'PDF document' ? ', shown under First report' : ''}</span> : null}
        {one.state === 'failed' ? <span className="res med">{one.problems.some((problem) => problem.code === 'columns_not_understood') ? 'no row was read' : errors === 0 || one.problems.some((problem) => problem.severity === 'error' && problem.line === null) ? 'could not be read' : errors === 1 ? 'one part could not be read' : `${errors} parts could not be read`}</span> : null}
        <span className="right row">
          {one.problems.some((problem) => problem.code === 'columns_not_understood') ? <Button onClick={() => showColumns(one.name)}>Say what the columns mean</Button> : null}
          <Button aria-label={`${one.state === 'reading' ? 'Cancel' : 'Remove'} ${one.name}`} loading={removal.isPending} onClick={() => removal.mutate()}>{one.state === 'reading' ? 'Cancel' : 'Remove'}</Button>
        </span>
      </div>
      <ProblemList problems={one.problems} isFileNamed={false} />
      <RefusalLine text={removal.isError ? 'The file could not be removed: the server does not answer. It is still part of the intake.' : null} />
    </li>
  )
}

/** The columns stand further down: there, with the focus on the first of them. */
function showColumns(file: string) {
  const columns = document.getElementById(columnsId(file))
  columns?.scrollIntoView({ block: 'start' })
  columns?.querySelector('select')?.focus({ preventScroll: true })
}
