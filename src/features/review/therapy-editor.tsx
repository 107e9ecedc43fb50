import { MultiSelect, Select, TagsInput } from '@mantine/core'
import { Level } from '#src/domain/analysis.ts'
import type { ReasonCode, ThreeValued, TherapyOpinion } from '#src/domain/opinion.ts'
import { choicesOf, reasonWords, threeWords, useWords } from '#src/lib/words/opinion-words.ts'
import { Segments } from '#src/ui/parts/segments.tsx'
import { Labelled, Words } from './section-parts.tsx'

type EditorProps = { value: TherapyOpinion; index: number; known: readonly string[]; onChange: (value: TherapyOpinion) => void }

const questions = [['possible', 'Possible'], ['realistic', 'Realistic'], ['worthConsidering', 'Worth considering next']] as const

/** Generic names in lower case, sorted: the same regimen is the same line in every opinion. A trial of a class is typed as `trial: CLASS`. */
export const namesOf = (typed: readonly string[]) => [...new Set(typed.map((name) => (name.toLowerCase().startsWith('trial:') ? `trial: ${name.slice(6).trim()}` : name.trim().toLowerCase())).filter(Boolean))].toSorted()

export function TherapyEditor({ value, index, known, onChange }: EditorProps) {
  const name = value.drugs.join(' + ') || `therapy ${index + 1}`
  return (
    <div className="therapy-editor">
      <div className="therapy-names">
        <span className="therapy-place">{value.priority ?? '·'}<span className="heard">{value.priority === null ? 'no place in the order' : 'place in the order'}</span></span>
        <TagsInput className="grow" label="Drugs of this therapy" description="Generic names, Enter after each; a trial of a class as “trial: PARP inhibitor”" data={[...known]} value={value.drugs} onChange={(typed) => onChange({ ...value, drugs: namesOf(typed) })} splitChars={[',', '+']} acceptValueOnBlur
          error={value.drugs.length === 0 ? 'Needs a drug; kept on this device until then' : undefined} />
      </div>
      <div className="therapy-row">
        {questions.map(([field, label]) => (
          <Labelled key={field} label={label}><Segments<ThreeValued> label={`${label}: ${name}`} value={value[field]} onChange={(answer) => onChange({ ...value, [field]: answer })} options={choicesOf(threeWords)} /></Labelled>
        ))}
        <Labelled label="Evidence level"><Segments<Level> label={`Evidence level: ${name}`} value={value.level} onChange={(level) => onChange({ ...value, level: value.level === level ? null : level })} options={Level.options.map((level) => ({ value: level, label: level }))} /></Labelled>
        <Select size="xs" label="Use" data={choicesOf(useWords)} value={value.use} allowDeselect={false} onChange={(use) => { if (use) onChange({ ...value, use }) }} />
        <MultiSelect size="xs" className="grow" label="Reasons" data={choicesOf(reasonWords)} value={value.reasons} onChange={(reasons) => onChange({ ...value, reasons: reasons as ReasonCode[] })} />
      </div>
      <div className="therapy-both">
        <Words label="For, in your words" maxLength={1000} value={value.note} onText={(note) => onChange({ ...value, note })} />
        <Words label="What argues against it" maxLength={1000} value={value.against} onText={(against) => onChange({ ...value, against })} />
      </div>
    </div>
  )
}
