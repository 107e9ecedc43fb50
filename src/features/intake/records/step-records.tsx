import { Checkbox, NativeSelect, Textarea } from '@mantine/core'
import type { PreviewView } from '#src/contract/views/intake-view.ts'
import { LoadingState } from '#src/ui/parts/four-states.tsx'
import { Section } from '#src/ui/parts/section.tsx'
import { ColumnMapping } from './column-mapping.tsx'
import { DropRecords } from './drop-records.tsx'
import { FileList } from './file-list.tsx'
import { GeneChoices } from './gene-choices.tsx'
import { IdentitySection } from './identity-section.tsx'
import type { StepProps } from '../form/intake-form.ts'
import { PreviewTable } from './preview-table.tsx'
import { ProblemList } from './problem-list.tsx'
import { recordsState } from './records-state.ts'
import { SampleSection } from './sample-section.tsx'
import type { TakeOver } from './use-take-over.ts'
import type { useUploads } from './use-uploads.ts'

const typedHint = 'One finding a line, for example: EGFR L858R · MET amplification · EML4::ALK · BRCA2 loss · TMB 14 · MSI-H · wild-type KRAS'

type StepRecordsProps = StepProps & { intakeId: string; preview: PreviewView | null; uploads: ReturnType<typeof useUploads>; takeOver: TakeOver; onSave: () => Promise<void> }

/** Records as they are: files and typed findings. A file that is broken keeps everything else. */
export function StepRecords({ form, edit, intakeId, preview, uploads, takeOver, onSave }: StepRecordsProps) {
  const fileProblems = preview?.uploads.flatMap((one) => one.problems) ?? []
  const others = (preview?.problems ?? []).filter((problem) => !fileProblems.some((one) => one.file === problem.file))
  // Every file that comes or goes has all of them read anew: until then the count of what was typed would look like the whole.
  const records = recordsState(preview, uploads.sending)
  const tables = preview?.tables.toSorted((a, b) => Number(a.understood) - Number(b.understood)) ?? []
  return (
    <>
      <Section title="Files"><DropRecords onFiles={uploads.add} /><FileList uploads={uploads} read={preview?.uploads ?? []} /></Section>
      {tables.length > 0 ? (
        <Section title={tables.length === 1 ? "The columns of the laboratory's table" : "The columns of the laboratory's tables"}>
          {tables.map((table) => <ColumnMapping key={table.file} intakeId={intakeId} table={table} laboratory={form.assay.laboratory} onSave={onSave} />)}
        </Section>
      ) : null}
      {preview && records === 'read' ? <IdentitySection preview={preview} takeOver={takeOver} /> : null}
      {preview && preview.samples.length > 1 ? <SampleSection form={form} edit={edit} preview={preview} /> : null}
      {preview ? <GeneChoices form={form} edit={edit} asked={preview.ambiguousGenes} /> : null}
      <Section title="Typed findings" note="for what is on paper only">
        <Textarea aria-label="Typed findings" description={typedHint} autosize minRows={3} maxRows={12} maxLength={4000} value={form.typedProfile} onChange={(event) => edit({ typedProfile: event.currentTarget.value })} className="mono-input" />
        <ProblemList problems={others} isFileNamed />
        <Checkbox mt="sm" label="The laboratory found no alteration" description="An explicit “none found”, printed as such" checked={form.noneFound} onChange={(event) => edit({ noneFound: event.currentTarget.checked })} />
      </Section>
      <Section title="What was read" note="nothing is recorded before the case is taken in">
        {preview === null ? <LoadingState what="what was read" rows={2} /> : records === 'waiting' ? <LoadingState what="the files; until they are read nothing can be said of them" rows={3} /> : preview.records + preview.alterationsTotal + preview.biomarkers.length === 0 ? <p className="qq">Nothing yet: no file has been read and nothing that is understood was typed.</p> : <PreviewTable preview={preview} />}
        <NativeSelect mt="sm" label="Genome build" value={form.genomeBuild} onChange={(event) => edit({ genomeBuild: event.currentTarget.value as typeof form.genomeBuild /* only the three below are offered */ })}
          data={[{ value: 'unknown', label: preview && preview.genomeBuild !== 'unknown' ? `as the records say: ${preview.genomeBuild}` : 'not stated' }, 'GRCh38', 'GRCh37']} className="half" />
      </Section>
    </>
  )
}
