import { Checkbox, NativeSelect, Textarea } from '@mantine/core'
import type { PreviewView } from '#src/contract/views/intake-view.ts'
import { Section } from '#src/ui/parts/section.tsx'
import { DropRecords } from './drop-records.tsx'
import { FileList } from './file-list.tsx'
import type { StepProps } from './intake-form.ts'
import { PreviewTable } from './preview-table.tsx'
import { ProblemList } from './problem-list.tsx'
import type { useUploads } from './use-uploads.ts'

const typedHint = 'One finding a line, for example: EGFR L858R · MET amplification · EML4::ALK · BRCA2 loss · TMB 14 · MSI-H · wild-type KRAS'

/** Records as they are: files and typed findings. A file that is broken keeps everything else. */
export function StepRecords({ form, edit, preview, uploads }: StepProps & { preview: PreviewView | null; uploads: ReturnType<typeof useUploads> }) {
  const fileProblems = preview?.uploads.flatMap((one) => one.problems) ?? []
  const others = (preview?.problems ?? []).filter((problem) => !fileProblems.some((one) => one.file === problem.file))
  const samples = preview?.samples ?? []
  // Every file that comes or goes has all of them read anew: until then the count of what was typed would look like the whole.
  const isReading = preview?.uploads.some((one) => one.state === 'reading') ?? false
  return (
    <>
      <Section title="Files"><DropRecords onFiles={uploads.add} /><FileList uploads={uploads} read={preview?.uploads ?? []} /></Section>
      {samples.length > 1 ? (
        <Section title="Tumour sample" note={preview?.tumourSampleRule || undefined}>
          <NativeSelect label="The records hold several samples. Which is the tumour?" value={form.sample ?? ''} onChange={(event) => edit({ sample: event.currentTarget.value || null })}
            data={[{ value: '', label: preview?.tumourSamples.length === 1 ? `by rule: ${preview.tumourSamples[0]}` : 'not chosen' }, ...samples.map((one) => ({ value: one, label: one }))]} />
        </Section>
      ) : null}
      <Section title="Typed findings" note="for what is on paper only">
        <Textarea aria-label="Typed findings" description={typedHint} autosize minRows={3} maxRows={12} maxLength={4000} value={form.typedProfile} onChange={(event) => edit({ typedProfile: event.currentTarget.value })} className="mono-input" />
        <ProblemList problems={others} isFileNamed />
        <Checkbox mt="sm" label="The laboratory found no alteration" description="An explicit “none found”, printed as such" checked={form.noneFound} onChange={(event) => edit({ noneFound: event.currentTarget.checked })} />
      </Section>
      <Section title="What was read" note="nothing is recorded before the case is taken in">
        {preview === null ? <p className="qq">asking the host</p> : isReading ? <p className="qq" role="status">The files are being read; until then nothing can be said of them.</p> : preview.records + preview.alterationsTotal + preview.biomarkers.length === 0 ? <p className="qq">Nothing yet: no file has been read and nothing that is understood was typed.</p> : <PreviewTable preview={preview} />}
        <NativeSelect mt="sm" label="Genome build" value={form.genomeBuild} onChange={(event) => edit({ genomeBuild: event.currentTarget.value as typeof form.genomeBuild /* only the three below are offered */ })}
          data={[{ value: 'unknown', label: preview && preview.genomeBuild !== 'unknown' ? `as the records say: ${preview.genomeBuild}` : 'not stated' }, 'GRCh38', 'GRCh37']} className="half" />
      </Section>
    </>
  )
}
