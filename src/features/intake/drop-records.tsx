import '@mantine/dropzone/styles.layer.css'
import { Dropzone } from '@mantine/dropzone'
import { Icon } from '#src/ui/parts/icon.tsx'

/** Adapter around the drop zone: any file is taken, for it is the host that says what it is. */
export function DropRecords({ onFiles }: { onFiles: (files: readonly File[]) => void }) {
  return (
    <Dropzone onDrop={onFiles} multiple className="drop-records" aria-label="Drop records here, or choose files">
      <div className="drop-words"><Icon name="file" /><p><b>Drop the records here</b>, or press to choose<br /><span className="q small">VCF, MAF, cBioPortal folder files, FHIR bundle, laboratory XML, spreadsheet; plain or compressed, several at once</span></p></div>
    </Dropzone>
  )
}
