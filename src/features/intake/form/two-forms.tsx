import { Button } from '@mantine/core'
import type { IntakeForm } from '#src/domain/intake.ts'
import { Icon } from '#src/ui/parts/icon.tsx'

const names: Record<keyof IntakeForm, string> = {
  identity: 'Patient', tumourType: 'Tumour type', specimen: 'Specimen', assay: 'Assay', genomeBuild: 'Genome build', question: 'Question', reason: 'Reason', askedBy: 'Asked by', consent: 'Consent', due: 'Due',
  course: 'Course', originalReport: 'First report', sample: 'Sample', alsoSamples: 'Other names of the sample', geneChoices: 'Gene names', typedProfile: 'Typed findings', noneFound: 'None found', protocol: 'Protocol', assigned: 'Experts', gaps: 'Gaps',
}
const text = (value: unknown) => (value === null || value === '' ? 'empty' : typeof value === 'string' ? value : JSON.stringify(value, null, 1))

/** The form was saved in another window as well: both are shown, neither is thrown away before a person decides. */
export function TwoForms({ mine, other, onSettle }: { mine: IntakeForm; other: IntakeForm; onSettle: (which: 'mine' | 'other') => void }) {
  const parts = (Object.keys(names) as (keyof IntakeForm)[]).filter((key) => JSON.stringify(mine[key]) !== JSON.stringify(other[key])) // keys of a record over that union
  return (
    <section className="two-forms" role="alert">
      <h2 className="row"><Icon name="warn" />This intake was also changed in another window</h2>
      <p className="q">Nothing is lost: what you typed here stays on this device until you decide.</p>
      <table>
        <thead><tr><th>Part</th><th>Here</th><th>In the other window</th></tr></thead>
        <tbody>{parts.map((key) => <tr key={key}><th scope="row">{names[key]}</th><td><pre>{text(mine[key])}</pre></td><td><pre>{text(other[key])}</pre></td></tr>)}</tbody>
      </table>
      <span className="row"><Button onClick={() => onSettle('mine')}>Keep what is here</Button><Button onClick={() => onSettle('other')}>Take the other</Button></span>
    </section>
  )
}
