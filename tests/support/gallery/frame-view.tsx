import { Button } from '@mantine/core'
import { useState } from 'react'
import { Frame } from '#src/ui/frame/frame.tsx'
import { Inspector } from '#src/ui/frame/inspector.tsx'
import { Pane } from '#src/ui/frame/pane.tsx'
import type { RailEntry } from '#src/ui/frame/rail.tsx'
import { Screen } from '#src/ui/frame/screen.tsx'
import { FootBar, Toolbar } from '#src/ui/frame/toolbar.tsx'
import { Chip } from '#src/ui/parts/chip.tsx'
import { ClonalBar } from '#src/ui/parts/clonal-bar.tsx'
import { EffectGlyph, type EffectName } from '#src/ui/parts/effect-glyph.tsx'
import { Facts } from '#src/ui/parts/facts.tsx'
import { ForAgainst } from '#src/ui/parts/for-against.tsx'
import { Icon } from '#src/ui/parts/icon.tsx'
import { LevelLetter } from '#src/ui/parts/level-letter.tsx'
import { MatchDot } from '#src/ui/parts/match-dot.tsx'
import { SaveState } from '#src/ui/parts/save-state.tsx'
import { SearchField } from '#src/ui/parts/search-field.tsx'
import { Section } from '#src/ui/parts/section.tsx'
import { Segments } from '#src/ui/parts/segments.tsx'
import { StageLadder } from '#src/ui/parts/stage-ladder.tsx'
import { TierChip, type TierName } from '#src/ui/parts/tier-chip.tsx'
import { DataTable } from '#src/ui/table/data-table.tsx'
import type { DataColumn, DataGroup } from '#src/ui/table/table-model.ts'

type Row = { id: string; gene: string; change: string; effect: EffectName; word?: string; share: number | null; vaf: number | null; reads: string; copies: number; tier: TierName | null; level: string | null; pinned: boolean; report: string }
const row = (gene: string, change: string, effect: EffectName, share: number | null, vaf: number | null, reads: string, copies: number, tier: TierName | null, level: string | null, report: string, pinned = false): Row =>
  ({ id: `${gene} ${change}`, gene, change, effect, share, vaf, reads, copies, tier, level, report, pinned })

const drivers = [
  row('EGFR', 'p.(Leu858Arg)', 'gain', 1, 0.52, '271/521', 4, 'I', 'A', 'tier I', true), row('MET', 'amplification, focal', 'gain', 0.9, null, 'log₂ 1.5', 11, 'II', 'B', 'tier II', true),
  row('TP53', 'p.(Arg273Cys)', 'loss', 1, 0.54, '238/441', 2, 'III', 'C', 'tier III', true), row('CDKN2A', 'deletion, with MTAP', 'loss', 0.95, null, '9p21.3, 1.1 Mb', 0, 'II', 'D', 'not listed', true),
  row('PIK3CA', 'p.(Glu545Lys)', 'gain', 0.22, 0.06, '31/517', 2, 'II', 'D', 'tier II', true), row('RB1', 'loss of one copy', 'unknown', null, null, 'no second hit seen', 1, null, 'D', 'pathogenic'),
]
const germline = [row('CHEK2', 'p.(Ile157Thr)', 'loss', 1, 0.49, '233/476', 2, 'III', null, 'not listed'), row('BRCA2', 'p.(Lys3326Ter)', 'neutral', 1, 0.51, '249/488', 2, 'IV', null, 'tier II'), row('ALK', 'EML4::ALK', 'fusion', 0.8, null, '41 reads', 2, 'I', 'A', 'not listed')]
// Invented filler to make the grid long; the counts repeat in a fixed pattern.
const other = Array.from({ length: 5000 }, (_, index) => row(`GENE${index + 1}`, `p.(Arg${100 + index}His)`, 'unknown', (index % 10) / 10, (index % 60) / 100, `${index % 90}/400`, 2, 'III', null, 'not listed'))

const groups: DataGroup<Row>[] = [{ id: 'drivers', title: 'Drivers', rows: drivers }, { id: 'germline', title: 'Possible germline', note: 'tumour only: normal tissue decides', rows: germline }, { id: 'other', title: 'Other', note: 'uncertain', rows: other }]
const columns: DataColumn<Row>[] = [
  { id: 'pin', head: '', label: 'pinned', width: '40px', cell: one => <Icon name={one.pinned ? 'pin' : 'pin-off'} /> },
  { id: 'gene', head: 'Gene', width: '72px', sortBy: one => one.gene, cell: one => <b>{one.gene}</b> },
  { id: 'change', head: 'Change', width: 'minmax(160px, 1fr)', isMono: true, cell: one => one.change },
  { id: 'effect', head: 'Effect', width: '80px', sortBy: one => one.effect, cell: one => <EffectGlyph effect={one.effect} word={one.word} /> },
  { id: 'share', head: 'Clonal fraction, VAF, reads', width: '216px', sortBy: one => one.vaf, cell: one => <ClonalBar fraction={one.share} {...(one.vaf === null ? {} : { figure: one.vaf.toFixed(2) })} detail={one.reads} isDetailMono={one.vaf !== null} /> },
  { id: 'copies', head: 'Copies', width: '64px', sortBy: one => one.copies, cell: one => one.copies },
  { id: 'tier', head: 'Tier', width: '48px', sortBy: one => one.tier, cell: one => <TierChip tier={one.tier} /> },
  { id: 'level', head: 'Here', width: '64px', cell: one => <LevelLetter level={one.level} /> },
  { id: 'report', head: 'First report', width: '96px', cell: one => (one.report === 'pathogenic' ? <Chip tone="attention">{one.report}</Chip> : one.report) },
]
const rowId = (one: Row) => one.id
const entries: RailEntry[] = [
  ['overview', 'Overview', 'g o'], ['variants', 'Variants', 'g v', 37], ['network', 'Network', 'g n', 5], ['therapies', 'Therapies', 'g t', undefined, true], ['review', 'Review', 'g r'], ['comparison', 'Comparison', 'g c', undefined, true], ['consensus', 'Consensus', 'g s', undefined, true], ['report', 'Report', 'g w'], ['board', 'Board', 'g b'], ['history', 'History', 'g h'],
].map(([id, name, keys, count, isLocked]) => ({ id: String(id), name: String(name), href: `#${id}`, keys: String(keys), count: typeof count === 'number' ? count : undefined, isLocked: isLocked === true }))

export function FrameView() {
  const [selectedId, setSelectedId] = useState<string | null>('EGFR p.(Leu858Arg)')
  const [view, setView] = useState<'all' | 'small' | 'copy'>('all')
  const [query, setQuery] = useState('')
  const selected = [...drivers, ...germline, ...other].find(one => one.id === selectedId)
  return (
    <Frame
      identity={{
        code: 'C-0187', under: 'due in 1 d 6 h', end: <Chip tone="ink" icon="mask">Blind</Chip>,
        items: [
          { label: 'Patient', value: <><b>Halvorsen, Marit</b> · F · 63 y</> }, { label: 'Tumour', value: <>Lung adenocarcinoma · <span className="mono">LUAD</span></> }, { label: 'Specimen', value: 'Liver metastasis, core · 2026-10-21' },
          { label: 'Assay', value: <>523 genes, <b>tumour only</b> · GRCh38</> }, { label: 'State', value: 'Independent review' }, { label: 'You are', value: 'Genomic expert' },
        ],
      }}
      rail={{ label: 'Case', entries, currentId: 'variants', onGo: () => undefined, foot: <StageLadder stages={[{ id: 'i', name: 'Intake', at: 'done', entered: '11-12' }, { id: 'r', name: 'Review', at: 'now', entered: '11-14' }, { id: 'c', name: 'Comparison', at: 'next' }, { id: 's', name: 'Signing', at: 'next' }]} /> }}
    >
      <Screen inspector={selected ? (
        <Inspector label={selected.id} title={<>{selected.gene} <span className="mono">{selected.change}</span></>} onClose={() => setSelectedId(null)}
          facts={<Facts facts={[{ label: 'Transcript', value: <span className="mono">NM_005228.5 <Chip>MANE</Chip></span> }, { label: 'Coding, exon', value: <span className="mono">c.2573T&gt;G, 21</span> }, { label: 'Effect', value: <EffectGlyph effect={selected.effect} word="gain of function" /> }]} />}
          foot={<FootBar><Button size="xs" leftSection={<Icon name="pin" isSmall />}>Unpin</Button><Button size="xs">Network</Button><Button size="xs" leftSection={<Icon name="flag" isSmall />}>Flag</Button></FootBar>}>
          <Section title="My tier" end={<Segments label="My tier" value="I" onChange={() => undefined} options={[{ value: 'I', label: 'I' }, { value: 'II', label: 'II' }, { value: 'III', label: 'III' }, { value: 'IV', label: 'IV' }]} />}><p className="small q">AMP I-A · ESCAT I-A. Set by you 2026-11-20, blind.</p></Section>
          <Section title="Criteria" note="ClinGen/CGC/VICC 2022">
            <div className="points"><span className="mono">OS2</span><span>Functional studies: oncogenic</span><span className="num">+4</span><span className="mono">OS3</span><span>Hotspot, same change in 50 or more</span><span className="num">+4</span><span className="points-sum">Oncogenic, 10 or more points</span><span className="num">10</span></div>
          </Section>
          <ForAgainst isSmall supporting={{ of: 61, arguments: [{ id: '1', mark: <b className="sens med">Sensitivity</b>, text: 'osimertinib, first line', source: 'A, FLAURA 2018' }] }} opposing={{ of: 18, arguments: [{ id: '1', mark: <b className="res med">Resistance</b>, text: 'osimertinib, with MET amplification', source: 'B, AURA3 ctDNA' }] }} />
        </Inspector>
      ) : undefined}>
        <Pane label="Variants" isFixedBody
          bars={<>
            <Toolbar title="Variants" end={<SaveState state={{ at: 'saved', time: '10:42' }} />}>
              <SearchField label="Gene or change" keys="/" value={query} onChange={setQuery} />
              <Segments label="Kind" value={view} onChange={setView} options={[{ value: 'all', label: 'All', count: 37 }, { value: 'small', label: 'Small', count: 29 }, { value: 'copy', label: 'Copy', count: 8 }]} />
            </Toolbar>
            <Toolbar isQuiet end={<span className="row"><MatchDot closeness="exact" isSameTumour /> exact <MatchDot closeness="near" isSameTumour /> codon or domain <MatchDot closeness="gene" isSameTumour={false} /> gene, other tumour</span>}><span><b>37 of 412</b> shown: 6 drivers, 3 possible germline, 28 other; 375 hidden by <u>Somatic default v3</u></span></Toolbar>
          </>}
          foot={<div className="foot-bar hatched"><span className="small" style={{ background: 'var(--surface)', padding: '0 var(--space-2)' }}><b>Why hidden: 375</b> population AF above 0.01: 288</span></div>}>
          <DataTable label="Variants" columns={columns} groups={groups} rowId={rowId} selection={{ selectedId, onSelect: setSelectedId }} options={{ tone: one => (one.gene.startsWith('GENE') ? 'quiet' : 'plain') }} />
        </Pane>
      </Screen>
    </Frame>
  )
}
