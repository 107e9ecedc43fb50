import '@mantine/dropzone/styles.layer.css'
import './drop-files.css'
import { Dropzone } from '@mantine/dropzone'
import { Icon } from './icon.tsx'

type DropFilesProps = { what: string; hint: string; onFiles: (files: readonly File[]) => void; isOne?: boolean; isBusy?: boolean }

/** Adapter around the library's drop zone, for mouse and keyboard. Any file is taken, for it is the host that says what it is. `what` ends "Drop … here". */
export function DropFiles({ what, hint, onFiles, isOne = false, isBusy = false }: DropFilesProps) {
  return (
    <Dropzone onDrop={onFiles} multiple={!isOne} disabled={isBusy} className="drop-records" aria-label={`Drop ${what} here, or choose ${isOne ? 'a file' : 'files'}`}>
      <div className="drop-words"><Icon name="file" /><p><b>Drop {what} here</b>, or press to choose<br /><span className="q small">{hint}</span></p></div>
    </Dropzone>
  )
}
