import './report.css'
import { Button, Textarea } from '@mantine/core'
import { useEffect, useState } from 'react'
import { api } from '#src/contract/api.ts'
import type { SectionView } from '#src/contract/views/report-view.ts'
import { deviceStore } from '#src/lib/device-store.ts'
import { useAct } from '#src/lib/use-act.ts'
import { Chip } from '#src/ui/parts/chip.tsx'
import { RefusalLine } from '#src/ui/parts/refusal-line.tsx'
import { Segments } from '#src/ui/parts/segments.tsx'
import { showToast } from '#src/ui/parts/toast.tsx'
import { Markdown } from '#src/ui/text/markdown.tsx'
import { adoptText } from './refusal-texts.ts'

type EditorProps = { caseId: string; personId: string; section: SectionView; onClose: () => void }
type Kept = { version: number; markdown: string }
const isKept = (value: unknown): value is Kept => typeof value === 'object' && value !== null && 'markdown' in value && typeof value.markdown === 'string' && 'version' in value && typeof value.version === 'number'

/** A section in writing: text beside its preview. What is typed is kept on this device until it is adopted by name or thrown away. */
export function SectionEditor({ caseId, personId, section, onClose }: EditorProps) {
  const part = `section ${caseId} ${section.id}`
  const [text, setText] = useState(section.markdown)
  const [seen, setSeen] = useState(section.version)
  const [look, setLook] = useState<'both' | 'text' | 'preview'>('both')
  const [isOnDevice, setIsOnDevice] = useState(false)
  const adopt = useAct(api.adoptSection, caseId)
  useEffect(() => {
    let isCurrent = true
    void deviceStore.kept(personId, part).then((kept) => {
      if (!isCurrent || !isKept(kept)) return
      setText(kept.markdown)
      setSeen(kept.version)
      setIsOnDevice(true)
    }, () => undefined) // no store in this browser: nothing was kept, and the editor says so by its state
    return () => { isCurrent = false }
  }, [personId, part])
  const type = (markdown: string) => {
    setText(markdown)
    void deviceStore.keep(personId, part, { version: seen, markdown }).then(() => setIsOnDevice(true), () => setIsOnDevice(false))
  }
  const drop = () => deviceStore.drop(personId, part).catch(() => undefined)
  const isStale = seen !== section.version
  const record = () => adopt.mutate({ params: { section: section.id }, body: { version: seen, markdown: text } }, {
    onSuccess: () => { void drop(); showToast(`Adopted: ${section.title}`); onClose() },
  })
  const discard = () => { void drop(); onClose() }
  return (
    <div className="section-editor">
      <div className="row wrap">
        <Segments label="What is shown" value={look} onChange={setLook} options={[{ value: 'both', label: 'Text and preview' }, { value: 'text', label: 'Text' }, { value: 'preview', label: 'Preview' }]} />
        <span className="small q" role="status">{text === section.markdown ? 'Not changed' : isOnDevice ? 'Kept on this device until you adopt it' : 'Not saved'}</span>
      </div>
      {isStale ? (
        <div className="section-stale" role="alert">
          <b>This section was adopted by {section.adoptedBy ?? 'the other expert'} while you wrote. Both texts stand here; decide which one goes on.</b>
          <Markdown source={section.markdown} />
          <div className="row"><Button size="xs" onClick={() => setSeen(section.version)}>Go on with mine</Button><Button size="xs" onClick={() => { setText(section.markdown); setSeen(section.version) }}>Take theirs</Button></div>
        </div>
      ) : null}
      <div className="section-both" data-look={look}>
        {look === 'preview' ? null : <Textarea aria-label={`Text of ${section.title}`} classNames={{ input: 'section-text' }} autosize minRows={8} maxLength={20_000} value={text} onChange={(event) => type(event.currentTarget.value)} />}
        {look === 'text' ? null : <div className="section-preview" aria-label="Preview"><Markdown source={text} /></div>}
      </div>
      <div className="row wrap">
        <Button onClick={record} disabled={isStale || text.trim().length < 3} loading={adopt.isPending}>Adopt in my name</Button>
        <Button onClick={discard}>{text === section.markdown ? 'Close' : 'Throw my text away'}</Button>
        {section.state === 'machine' ? <Chip tone="attention">the machine’s words until you adopt them</Chip> : null}
        <RefusalLine text={adopt.error ? adoptText[adopt.error.code] : null} />
      </div>
    </div>
  )
}
