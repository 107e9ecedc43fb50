import { Button } from '@mantine/core'
import type { PreviewView } from '#src/contract/views/intake-view.ts'
import type { OriginalReportLine } from '#src/domain/intake.ts'
import { RefusalLine } from '#src/ui/parts/refusal-line.tsx'
import { Section } from '#src/ui/parts/section.tsx'
import type { TakeOver } from './use-take-over.ts'

/** Conclusions that the records state as data: each becomes a line of the report by a press, under the name of who pressed. */
export function StatedLines({ stated, lines, takeOver }: { stated: PreviewView['reportLines']; lines: readonly OriginalReportLine[]; takeOver: TakeOver }) {
  const open = stated.filter((one) => !lines.some((line) => line.id === one.id))
  if (stated.length === 0) return null
  return (
    <Section title="Stated in the records" note={open.length === 0 ? `all ${stated.length} taken over` : `${open.length} not taken over`}
      end={open.length > 1 ? <Button loading={takeOver.isBusy} onClick={() => takeOver.take(open.slice(0, 200).map((one) => one.id))}>Take over all {open.length}</Button> : undefined}>
      <RefusalLine text={takeOver.refusal} />
      <ul className="stated-lines">
        {open.map((one) => (
          <li key={one.id}>
            <span className="lab">{one.kind}</span>
            <span className="grow">{one.text}{one.tier ? <span className="q"> ({one.tier})</span> : null}<span className="small qq"> {one.file}</span>{one.unresolved.length > 0 ? <span className="small att"> not recognised: {one.unresolved.join(', ')}</span> : null}</span>
            <Button size="xs" disabled={takeOver.isBusy} aria-label={`Take over: ${one.text}`} onClick={() => takeOver.take([one.id])}>Take over</Button>
          </li>
        ))}
      </ul>
    </Section>
  )
}
