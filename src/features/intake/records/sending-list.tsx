import { Button } from '@mantine/core'
import { Icon } from '#src/ui/parts/icon.tsx'
import { RefusalLine } from '#src/ui/parts/refusal-line.tsx'
import { fileSize } from './file-size.ts'
import type { Sending, useUploads } from './use-uploads.ts'

type Uploads = ReturnType<typeof useUploads>

/** Files on their way to the host: how far, how fast, and what can be done about each. */
export function SendingList({ uploads }: { uploads: Uploads }) {
  return uploads.sending.length === 0 ? null : <ul className="files" aria-label="Files being sent">{uploads.sending.map((one) => <SendingFile key={one.id} one={one} uploads={uploads} />)}</ul>
}

export function SendingFile({ one, uploads }: { one: Sending; uploads: Uploads }) {
  return (
    <li>
      <div className="file-line">
        <Icon name={one.failed ? 'late' : 'file'} /><b className="med clip">{one.file.name}</b>
        {one.failed ? <span className="res med">failed</span> : <><progress max={one.file.size || 1} value={one.sent} aria-label={`Sending ${one.file.name}`} /><span className="qq small">sent {fileSize(one.sent)} of {fileSize(one.file.size)}{paceOf(one)}</span></>}
        <span className="right row">{one.failed ? <Button aria-label={`Try ${one.file.name} again`} onClick={() => uploads.retry(one)} leftSection={<Icon name="retry" isSmall />}>Try again</Button> : null}<Button aria-label={`${one.failed ? 'Remove' : 'Cancel'} ${one.file.name}`} onClick={() => uploads.cancel(one)}>{one.failed ? 'Remove' : 'Cancel'}</Button></span>
      </div>
      <RefusalLine text={one.failed} />
    </li>
  )
}

/** How fast, and how long it will take at that pace; nothing before it is known. */
function paceOf({ sent, perSecond, file }: Sending): string {
  if (perSecond === null || perSecond <= 0) return ''
  const seconds = Math.ceil((file.size - sent) / perSecond)
  return `, ${fileSize(perSecond)}/s${sent >= file.size ? '; the server answers' : seconds > 1 ? `, ${seconds < 120 ? `${seconds} s` : `${Math.ceil(seconds / 60)} min`} left` : ''}`
}
