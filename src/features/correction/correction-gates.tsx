import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { CorrectionView } from '#src/contract/views/correction-view.ts'
import { Icon } from '#src/ui/parts/icon.tsx'
import { Section } from '#src/ui/parts/section.tsx'

const gateNames: Readonly<Record<string, string>> = {
  patient_match: 'One patient in all records', tumour_type: 'Tumour type', sample: 'Tumour sample', specimen_match: 'One date of collection', genome_build: 'Genome build', gene_names: 'Gene names', records: 'Records read', other_case: 'File not of another case', findings: 'A finding, or none found', assay: 'What the assay covered',
}
type Gaps = CorrectionView['gaps']

/** What the new file leaves open; the gates that pass are not repeated here. */
export function CorrectionGates({ gates, gaps, onGaps }: { gates: CorrectionView['gates']; gaps: Gaps; onGaps: (gaps: Gaps) => void }) {
  const open = gates.filter((gate) => gate.state !== 'passed')
  if (open.length === 0) return null
  return (
    <Section title="Left open by it" note={String(open.length)}>
      <ul className="correction-gates">
        {open.map((gate) => (
          <li key={gate.gate}>
            <Icon name={gate.state === 'blocked' ? 'late' : gate.state === 'passed_with_gap' ? 'minus' : 'warn'} />
            <div className="grow"><b className="med">{gateNames[gate.gate] ?? gate.gate.replaceAll('_', ' ')}</b> <span className="small qq">{gate.state === 'blocked' ? 'stops' : gate.state === 'passed_with_gap' ? 'proceeds with gap' : 'open'}</span>
              <p className="small q">{gate.why}</p>
              {gate.state === 'open' && gate.gapAllowed ? <Gap onGap={(reason) => onGaps([...gaps.filter((gap) => gap.gate !== gate.gate), { gate: gate.gate, reason }])} /> : null}
            </div>
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Gap({ onGap }: { onGap: (reason: string) => void }) {
  const [reason, setReason] = useState('')
  return (
    <form className="row wrap" onSubmit={(event) => { event.preventDefault(); onGap(reason.trim()) }}>
      <TextInput aria-label="Why it proceeds without" placeholder="why it proceeds without; printed in the report" maxLength={300} value={reason} onChange={(event) => setReason(event.currentTarget.value)} className="grow" />
      <Button type="submit" disabled={reason.trim().length < 3}>Proceed with gap</Button>
    </form>
  )
}
