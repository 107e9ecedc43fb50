import './consensus.css'
import { NumberInput, Select, Textarea, TextInput } from '@mantine/core'
import { Level } from '#src/domain/analysis.ts'
import type { RowDecision } from '#src/domain/comparison/row.ts'
import type { ThreeValued } from '#src/domain/opinion.ts'
import { choicesOf, threeWords, useWords } from '#src/lib/words/opinion-words.ts'
import { Segments } from '#src/ui/parts/segments.tsx'

type Option = NonNullable<RowDecision['option']>
const questions = [['possible', 'Possible'], ['realistic', 'Realistic'], ['worthConsidering', 'Worth considering next']] as const

/** What the plan prints of a therapy. */
export function OptionFields({ option, onChange }: { option: Option; onChange: (option: Option) => void }) {
  const patch = (part: Partial<Option>) => onChange({ ...option, ...part })
  return (
    <fieldset className="option-fields">
      <legend>In the plan</legend>
      <div className="decision-row">
        {questions.map(([field, label]) => (
          <div key={field} className="decision-labelled"><span className="lab" aria-hidden="true">{label}</span><Segments<ThreeValued> label={label} value={option[field]} onChange={(value) => patch({ [field]: value })} options={choicesOf(threeWords)} /></div>
        ))}
        <NumberInput className="priority-input" size="xs" label="Priority" min={1} max={20} allowDecimal={false} value={option.priority ?? ''} onChange={(value) => patch({ priority: typeof value === 'number' ? value : null })} />
        <Select className="level-input" size="xs" label="Level" clearable data={[...Level.options]} value={option.level} onChange={(level) => patch({ level })} />
        <Select className="use-input" size="xs" label="Use" allowDeselect={false} data={choicesOf(useWords)} value={option.use} onChange={(use) => { if (use) patch({ use }) }} />
      </div>
      <div className="decision-pair">
        <Textarea autosize minRows={2} label="What argues against it" maxLength={1000} value={option.against} onChange={(event) => patch({ against: event.currentTarget.value })} />
        <Textarea autosize minRows={2} label="What would change it" maxLength={600} value={option.wouldChange} onChange={(event) => patch({ wouldChange: event.currentTarget.value })} />
      </div>
      <TextInput label="Access route" description="Label, trial by number and site with the date checked, or compassionate use" maxLength={400} value={option.access} onChange={(event) => patch({ access: event.currentTarget.value })} />
    </fieldset>
  )
}
