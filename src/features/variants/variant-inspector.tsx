import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import type { InteractionView, VariantRow } from '#src/contract/views/facts-view.ts'
import { changeOf, readsText } from '#src/lib/words/change-words.ts'
import { Inspector } from '#src/ui/frame/inspector.tsx'
import { FootBar } from '#src/ui/frame/toolbar.tsx'
import { CertaintyDots } from '#src/ui/parts/certainty-dots.tsx'
import { EffectGlyph } from '#src/ui/parts/effect-glyph.tsx'
import { Facts } from '#src/ui/parts/facts.tsx'
import { KeyHint } from '#src/ui/parts/key-hint.tsx'
import { Section } from '#src/ui/parts/section.tsx'
import { EvidenceSides } from './evidence-sides.tsx'
import { effectOf, frequencyText, oncogenicityWords } from './variant-words.ts'

type VariantInspectorProps = {
  row: VariantRow
  interactions: readonly InteractionView[] | null
  myCall: ReactNode
  onClose: () => void
  onShowInNetwork: (id: string) => void
}

/** Title, facts, my call, criteria with points and their sum, for and against, interactions, and what the first report said. */
export function VariantInspector({ row, interactions, myCall, onClose, onShowInNetwork }: VariantInspectorProps) {
  const { alteration, classification } = row
  const { text, isNotation } = changeOf(alteration)
  const linked = interactions?.filter((one) => row.interactionIds.includes(one.id))
  return (
    <Inspector label={`${alteration.gene} ${text}`} onClose={onClose} title={<>{alteration.gene} <span className={isNotation ? 'mono plain' : 'plain'}>{text}</span></>} facts={<VariantFacts row={row} />}
      foot={<FootBar><Button onClick={() => onShowInNetwork(alteration.id)} rightSection={<KeyHint keys="n" />}>Show in network</Button></FootBar>}>
      {myCall}
      <Section title="Criteria" note="ClinGen, CGC, VICC 2022">
        <dl className="points">
          {row.criteria.flatMap((one) => [
            <dt key={`${one.code}-code`} className="mono">{one.code}</dt>, <dd key={`${one.code}-text`}>{one.text}</dd>, <dd key={`${one.code}-points`} className="num">{one.points > 0 ? `+${one.points}` : one.points}</dd>,
          ])}
          <dt className="points-sum">{row.criteria.length === 0 ? 'No criterion fired: ' : ''}{oncogenicityWords[classification.oncogenicity]}</dt><dd className="num">{classification.points}</dd>
        </dl>
      </Section>
      <EvidenceSides evidence={row.evidence} />
      <Section title="In this tumour" note={row.interactionIds.length === 1 ? '1 interaction' : `${row.interactionIds.length} interactions`}>
        {row.interactionIds.length === 0 ? <p className="qq">none with another alteration of this tumour</p> : null}
        {row.interactionIds.length > 0 && !linked ? <p className="qq">loading what they say</p> : null}
        <ul className="variant-links">
          {linked?.map((one) => <li key={one.id}><button type="button" onClick={() => onShowInNetwork(one.id)}><span><b>{one.title}</b> <CertaintyDots dots={one.certainty as 1 | 2 | 3 /* the contract allows 1 to 3 */} /></span><span className="q">{one.sentence}</span></button></li>)}
        </ul>
      </Section>
      <Section title="First report" note={row.originalReport?.page ? `page ${row.originalReport.page}` : undefined}>
        {row.originalReport ? <p className="read q">“{row.originalReport.text}”{row.originalReport.tier ? ` (${row.originalReport.tier})` : ''}</p> : <p className="qq">does not list this alteration</p>}
      </Section>
    </Inspector>
  )
}

function VariantFacts({ row: { alteration: a, classification } }: { row: VariantRow }) {
  const at = a.genomic ? `${a.genomic.chrom}:${a.genomic.pos} ${a.genomic.ref.slice(0, 12)}>${a.genomic.alt.slice(0, 12)}` : null
  const facts = [
    { label: 'Effect', value: <EffectGlyph {...effectOf(a, classification)} word={`${effectOf(a, classification).word}${classification.confidence > 0 ? `, confidence ${classification.confidence} of 100` : ', listed only'}`} /> },
    { label: 'Transcript', value: a.transcript ? <span className="mono">{a.transcript}</span> : 'not stated' },
    { label: 'Coding, exon', value: <span className="mono">{[a.hgvsc, a.exon === null ? null : `exon ${a.exon}`].filter(Boolean).join(', ') || 'not stated'}</span> },
    { label: 'Consequence', value: a.consequence?.replaceAll('_', ' ') ?? 'not stated' },
    { label: 'Position', value: at ? <span className="mono">{at}</span> : 'not stated' },
    { label: 'VAF, reads', value: a.vaf === null ? 'not stated' : `${a.vaf.toFixed(2)}, ${readsText(a)}` },
    { label: 'Population', value: a.populationAf === null ? 'not stated' : `AF ${frequencyText(a.populationAf)}` },
    { label: 'Origin', value: classification.possibleGermline ? 'possibly germline: confirm in normal tissue' : a.origin === 'unknown' ? 'not stated' : a.origin },
    { label: 'As reported', value: a.asReported || 'as shown' },
  ]
  return <Facts facts={facts} />
}
