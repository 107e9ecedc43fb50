import './report.css'
import { Button } from '@mantine/core'
import { api } from '#src/contract/api.ts'
import type { ReportView, SectionView } from '#src/contract/views/report-view.ts'
import { useAct } from '#src/lib/use-act.ts'
import { useInstant } from '#src/lib/use-instant.ts'
import { Icon } from '#src/ui/parts/icon.tsx'
import { RefusalLine } from '#src/ui/parts/refusal-line.tsx'
import { showToast } from '#src/ui/parts/toast.tsx'
import { Markdown } from '#src/ui/text/markdown.tsx'
import { adoptText } from './refusal-texts.ts'
import { SectionEditor } from './section-editor.tsx'

export type Writing = { caseId: string; personId: string; canWrite: boolean; editing: string | null; onEdit: (id: string | null) => void }

function Block({ section }: { section: SectionView }) {
  return (
    <div className="data-block">
      <p className="data-block-head"><Icon name="lock" isSmall />Data block: follows the decisions and the records<span className="right">not typed</span></p>
      <Markdown source={section.markdown} />
    </div>
  )
}

/** Who stands for a text: the machine until a named person adopts it. */
function Owner({ section, writing }: { section: SectionView; writing: Writing }) {
  const { minute } = useInstant()
  const adopt = useAct(api.adoptSection, writing.caseId)
  const asItStands = () => adopt.mutate({ params: { section: section.id }, body: { version: section.version, markdown: section.markdown } }, { onSuccess: () => showToast(`Adopted: ${section.title}`) })
  return (
    <div className="section-owner" data-state={section.state}>
      {section.state === 'machine' ? <><Icon name="warn" isSmall />Drafted by the machine, adopted by nobody yet</> : <><Icon name="check" isSmall />Adopted by {section.adoptedBy}{section.adoptedAt ? `, ${minute(section.adoptedAt)}` : ''}</>}
      {writing.canWrite ? (
        <span className="right row">
          <Button size="xs" onClick={() => writing.onEdit(section.id)}>Edit</Button>
          {section.state === 'machine' ? <Button size="xs" loading={adopt.isPending} onClick={asItStands}>Adopt as it stands</Button> : null}
        </span>
      ) : null}
      <RefusalLine text={adopt.error ? adoptText[adopt.error.code] : null} />
    </div>
  )
}

/** One section on the page. The machine's words wear a dotted edge and say so until a person adopts them. */
export function ReportSection({ report, section, number, writing, hasHeading = true }: { report: ReportView; section: SectionView; number: number; writing: Writing; hasHeading?: boolean }) {
  const findings = report.lint.filter((finding) => finding.section === section.id)
  const isEdited = writing.editing === section.id && section.kind === 'text'
  return (
    <section className="report-section" id={`section-${section.id}`} aria-label={section.title} data-state={section.state}>
      {hasHeading ? <h2>{number} {section.title}</h2> : null}
      {section.kind === 'block' ? <Block section={section} /> : isEdited
        ? <SectionEditor caseId={writing.caseId} personId={writing.personId} section={section} onClose={() => writing.onEdit(null)} />
        : <><div className={section.state === 'machine' ? 'machine-words' : undefined}><Markdown source={section.markdown} /></div><Owner section={section} writing={writing} /></>}
      {findings.map((finding) => <p key={finding.detail} className="section-finding att"><Icon name={finding.blocking ? 'late' : 'warn'} isSmall />{finding.detail}</p>)}
    </section>
  )
}
