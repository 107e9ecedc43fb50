import type { CaseView } from '#src/contract/views/case-view.ts'
import { Chip } from '#src/ui/parts/chip.tsx'

const words: Record<string, { text: (detail: string) => string; why: string }> = {
  tumour_only: { text: (detail) => `tumour only: ${detail}`, why: 'Without normal tissue a germline change cannot be told from a somatic one' },
  low_purity: { text: (detail) => `low purity ${detail}`, why: 'Copy number and subclones are unsure below this share of tumour cells' },
  sample_before_last_lines: { text: (detail) => `sample older than the last ${detail === '1' ? 'line' : `${detail} lines`}`, why: 'Resistance that came with later lines is not in it' },
  coverage_unknown: { text: () => 'coverage not known', why: 'What was not tested cannot be told from what is negative' },
  single_metastasis: { text: (detail) => `one metastasis only${detail ? `: ${detail}` : ''}`, why: 'Another site may differ' },
  not_assessable: { text: (detail) => `not assessable: ${detail}`, why: 'The records hold no result, so therapies that need it are not judged' },
  gap: { text: (detail) => `proceeds with gap: ${detail.replaceAll('_', ' ')}`, why: 'Recorded at intake, and printed in the report' },
}

/** What limits the reading, at the top of the brief. */
export function WarningChips({ warnings }: { warnings: CaseView['warnings'] }) {
  if (warnings.length === 0) return null
  return (
    <ul className="warning-chips" aria-label="What limits the reading">
      {warnings.map(({ code, detail }) => <li key={`${code} ${detail}`}><Chip tone="attention" icon="warn" title={words[code]?.why ?? code}>{words[code]?.text(detail) ?? `${code} ${detail}`}</Chip></li>)}
    </ul>
  )
}
