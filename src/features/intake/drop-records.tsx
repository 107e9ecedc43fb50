import '@mantine/dropzone/styles.layer.css'
import { Dropzone } from '@mantine/dropzone'
import { Icon } from '#src/ui/parts/icon.tsx'

/** Adapter around the drop zone: any file is taken, for it is the host that says what it is. `isReport`: where the laboratory's report is asked for. */
export function DropRecords({ onFiles, isReport = false }: { onFiles: (files: readonly File[]) => void; isReport?: boolean }) {
  const what = isReport ? 'the report' : 'the records'
  return (
    <Dropzone onDrop={onFiles} multiple className="drop-records" aria-label={`Drop ${what} here, or choose files`}>
      <div className="drop-words"><Icon name="file" /><p><b>Drop {what} here</b>, or press to choose<br />
        <span className="q small">{isReport ? 'a PDF; scanned ones are shown, their text is typed' : 'VCF, MAF, cBioPortal folder files, FHIR bundle, laboratory XML, spreadsheet, and the report as a PDF; plain or compressed, several at once'}</span></p></div>
    </Dropzone>
  )
}
