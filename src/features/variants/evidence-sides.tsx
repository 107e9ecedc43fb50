import { useState } from 'react'
import type { EvidenceMatch } from '#src/domain/analysis.ts'
import { SourceLinks } from '#src/lib/source-links.tsx'
import { Section } from '#src/ui/parts/section.tsx'
import { ForAgainst, type Argument } from '#src/ui/parts/for-against.tsx'
import { LevelLetter } from '#src/ui/parts/level-letter.tsx'

import { closenessOf, isThisTumour } from './variant-words.ts'

const words: Record<EvidenceMatch['direction'], string> = { sensitivity: 'Sensitivity', resistance: 'Resistance', no_benefit: 'No benefit', inferior_to: 'Inferior', note: 'Note' }
const checkedWords: Record<EvidenceMatch['checked'], string> = { civic: 'checked in CIViC', 'label-list': 'checked in the approvals list', 'stored-text': 'checked in the text', recalled: 'not checked against a source' }
const atFirst = 4

/** A class of drugs stands in the evidence by its id. */
const therapyWords = (therapy: string) => (therapy.includes('class:') ? therapy.replaceAll('class:', '').replaceAll('_', ' ') : therapy).replaceAll('+', ' + ')
const rank = (item: EvidenceMatch) => `${isThisTumour(item) ? 0 : 1}${item.level}${item.therapy}`
const argumentOf = (item: EvidenceMatch): Argument => ({
  id: item.id, mark: <b className={item.direction === 'sensitivity' ? 'sens med' : 'res med'}>{words[item.direction]}</b>, text: therapyWords(item.therapy),
  source: <span className="evidence-source" title={`${item.biomarker}; ${checkedWords[item.checked]}`}><LevelLetter level={item.level} closeness={closenessOf(item.variantMatch)} isSameTumour={isThisTumour(item)} /><span>{item.tumour}</span><SourceLinks sources={item.sources} />{item.checked === 'recalled' && !item.sources.some((source) => source.startsWith('recalled:')) ? <span className="att">(not checked)</span> : null}</span>,
})

/** Evidence for and against side by side, equally wide; the best of this tumour first, all on request. */
export function EvidenceSides({ evidence }: { evidence: readonly EvidenceMatch[] }) {
  const [isAll, setIsAll] = useState(false)
  const sorted = evidence.toSorted((a, b) => rank(a).localeCompare(rank(b)))
  const supporting = sorted.filter((item) => item.direction === 'sensitivity').map(argumentOf)
  const opposing = sorted.filter((item) => item.direction !== 'sensitivity' && item.direction !== 'note').map(argumentOf)
  const notes = sorted.filter((item) => item.direction === 'note')
  const most = isAll ? Number.POSITIVE_INFINITY : atFirst
  const isCut = !isAll && (supporting.length > atFirst || opposing.length > atFirst)
  if (evidence.length === 0) return <Section title="Evidence"><p className="qq">none found: no item of the knowledge release speaks of this alteration</p></Section>
  return (
    <>
      <ForAgainst isSmall supporting={{ arguments: supporting.slice(0, most), of: supporting.length }} opposing={{ arguments: opposing.slice(0, most), of: opposing.length }} />
      {notes.length > 0 ? <Section title="Notes" note={String(notes.length)}><ul>{notes.map((item) => <li key={item.id} className="small">{item.biomarker}: {therapyWords(item.therapy)} <SourceLinks sources={item.sources} /></li>)}</ul></Section> : null}
      {isCut ? <p className="evidence-more"><button type="button" onClick={() => setIsAll(true)}>Show all {evidence.length} items</button></p> : null}
    </>
  )
}
