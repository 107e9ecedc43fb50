import { Button } from '@mantine/core'
import { useState } from 'react'
import { api } from '#src/contract/api.ts'
import { ApiError } from '#src/lib/call.ts'
import { download } from '#src/lib/download.ts'
import { Icon } from '#src/ui/parts/icon.tsx'
import { RefusalLine } from '#src/ui/parts/refusal-line.tsx'
import { bundleText, pdfText } from './refusal-texts.ts'

const files = { pdf: { endpoint: api.reportPdf, label: 'PDF', texts: pdfText }, bundle: { endpoint: api.bundle, label: 'Verify bundle', texts: bundleText } } as const

/** Fetches the exact bytes; a refusal stands beside the button. */
export function FileButton({ caseId, file, label }: { caseId: string; file: keyof typeof files; label?: string }) {
  const [refusal, setRefusal] = useState<string | null>(null)
  const [isBusy, setIsBusy] = useState(false)
  const { endpoint, texts, label: usual } = files[file]
  const get = () => {
    setIsBusy(true)
    setRefusal(null)
    download(endpoint, { params: { caseId } }).catch((error: unknown) => {
      const code = error instanceof ApiError ? error.code : 'unexpected'
      setRefusal(code in texts ? texts[code as keyof typeof texts] : texts.unexpected)
    }).finally(() => setIsBusy(false))
  }
  return <span className="file-button"><Button size="xs" leftSection={<Icon name="file" isSmall />} loading={isBusy} onClick={get}>{label ?? usual}</Button><RefusalLine text={refusal} /></span>
}
