import { Button, Checkbox, NumberInput, Radio, Select, Switch, Textarea, TextInput, Tooltip } from '@mantine/core'
import { useState } from 'react'
import { SchemeToggle } from '#src/ui/frame/scheme-toggle.tsx'
import { CommandPalette } from '#src/ui/keys/command-palette.tsx'
import { ShortcutSheet } from '#src/ui/keys/shortcut-sheet.tsx'
import { useShortcuts } from '#src/ui/keys/shortcut.ts'
import { AgreementMark } from '#src/ui/parts/agreement-mark.tsx'
import { BecausePath } from '#src/ui/parts/because-path.tsx'
import { CertaintyDots } from '#src/ui/parts/certainty-dots.tsx'
import { Chip } from '#src/ui/parts/chip.tsx'
import { ClonalBar } from '#src/ui/parts/clonal-bar.tsx'
import { ContributionBars } from '#src/ui/parts/contribution-bars.tsx'
import { Dialog, DialogPoints } from '#src/ui/parts/dialog.tsx'
import { DueText } from '#src/ui/parts/due-text.tsx'
import { EffectGlyph } from '#src/ui/parts/effect-glyph.tsx'
import { ForAgainst } from '#src/ui/parts/for-against.tsx'
import { Icon } from '#src/ui/parts/icon.tsx'
import { JudgementBar, type Judgement } from '#src/ui/parts/judgement-bar.tsx'
import { KeyHint } from '#src/ui/parts/key-hint.tsx'
import { LevelLetter } from '#src/ui/parts/level-letter.tsx'
import { MatchDot } from '#src/ui/parts/match-dot.tsx'
import { RangeMark } from '#src/ui/parts/range-mark.tsx'
import { SaveState } from '#src/ui/parts/save-state.tsx'
import { SearchField } from '#src/ui/parts/search-field.tsx'
import { Segments } from '#src/ui/parts/segments.tsx'
import { StageSquares } from '#src/ui/parts/stage-squares.tsx'
import { TierChip } from '#src/ui/parts/tier-chip.tsx'
import { showToast } from '#src/ui/parts/toast.tsx'
import { ViewTabs } from '#src/ui/parts/view-tabs.tsx'
import { Markdown } from '#src/ui/text/markdown.tsx'

const hour = 3_600_000
const prose = 'Progression fits an acquired **MET bypass**. [MARIPOSA-2](https://example.org) prolonged control.\n\n| Option | Level |\n|---|---|\n| amivantamab | A |\n\n<script>alert(1)</script> ![x](http://x/y.png) [bad](javascript:alert(1))'

function Marks() {
  return (
    <div className="stack" style={{ gap: 'var(--space-3)' }}>
      <h3>Tier, chip, match, level</h3>
      <div className="row"><TierChip tier="I" /><TierChip tier="II" /><TierChip tier="III" /><TierChip tier="IV" /><TierChip tier={null} /></div>
      <div className="row wrap"><Chip tone="ink">Level A</Chip><Chip>ESCAT I-A</Chip><Chip tone="attention">open</Chip><Chip tone="attention-filled">urgent</Chip><Chip tone="ink" icon="mask">Blind</Chip><Chip icon="lock">locked</Chip><Chip tone="hatched">not tested</Chip></div>
      <div className="row">{(['exact', 'near', 'gene'] as const).flatMap(closeness => [<MatchDot key={closeness} closeness={closeness} isSameTumour />, <MatchDot key={`${closeness}o`} closeness={closeness} isSameTumour={false} />])}<LevelLetter level="A" /><LevelLetter level={null} /><CertaintyDots dots={2} /></div>
      <div className="row">{(['gain', 'loss', 'unknown', 'neutral', 'fusion'] as const).map(effect => <EffectGlyph key={effect} effect={effect} />)}</div>
      <ClonalBar fraction={1} figure="0.52" detail="271/521" /><ClonalBar fraction={0.62} figure="0.31" detail="62/200" /><ClonalBar fraction={0.22} figure="0.06" detail="31/517" /><ClonalBar fraction={null} detail="not assessable" isDetailMono={false} />
      <div className="row wrap"><AgreementMark mark="differ" count={3} /><AgreementMark mark="part" /><AgreementMark mark="one" /><AgreementMark mark="same" /></div>
      <div className="row"><DueText due={76 * hour} now={0} /><DueText due={30 * hour} now={0} /><DueText due={0} now={50 * hour} /></div>
      <div className="row wrap"><SaveState state={{ at: 'saved', time: '10:42' }} /><SaveState state={{ at: 'saving' }} /><SaveState state={{ at: 'device' }} /><SaveState state={{ at: 'failed' }} onRetry={() => undefined} /></div>
      <StageSquares at={1} of={6} name="Independent review" />
      <RangeMark value={777} low={600} high={900} domain={[-400, 1600]} />
      <p className="mono">c.2573T&gt;G p.(Glu545Lys) 271/521 0O 1lI</p>
      <div className="row"><span className="sens med row tight"><Icon name="arrow" isSmall />sensitivity</span><span className="res med row tight"><Icon name="crossed-tee" />resistance</span><span className="att med row tight"><Icon name="warn" isSmall />attention</span><KeyHint keys="g v" /></div>
    </div>
  )
}

function Controls() {
  const [judgement, setJudgement] = useState<Judgement | null>(null)
  const [query, setQuery] = useState('')
  const [isAsking, setIsAsking] = useState(false)
  const [isSheetOpen, setIsSheetOpen] = useState(false)
  useShortcuts([{ keys: '?', does: 'Keys', act: () => setIsSheetOpen(true) }, { keys: 'g v', does: 'Go to variants', act: () => { void showToast('Variants') } }])
  return (
    <div className="stack" style={{ gap: 'var(--space-3)' }}>
      <h3>Controls</h3>
      <div className="row wrap"><Button variant="filled" onClick={() => setIsAsking(true)}>Start oldest due</Button><Button>Agree</Button><Button>Reject</Button><Button disabled>To signing</Button><Button variant="subtle">Clear</Button><SchemeToggle /></div>
      <div className="row wrap"><Button size="xs">Confirm</Button><SearchField label="Gene or drug" keys="/" value={query} onChange={setQuery} /><Segments label="View" value="map" onChange={() => undefined} options={[{ value: 'map', label: 'Map' }, { value: 'text', label: 'Text' }]} /></div>
      <div style={{ height: 'var(--toolbar)', display: 'flex' }}><ViewTabs label="Lists" value="next" onChange={() => undefined} tabs={[{ value: 'next', label: 'My next', count: 7 }, { value: 'all', label: 'All', count: 41 }]} /></div>
      <JudgementBar value={judgement} onChange={setJudgement} />
      <Select label="Reason" placeholder="choose" data={['evidence weak', 'prior exposure']} /><TextInput label="In your words" error="Say why" defaultValue="No open trial" /><Textarea label="Rationale" defaultValue="Prose" /><NumberInput label="Confidence" defaultValue={70} />
      <div className="row wrap"><Checkbox label="Conflict: none" defaultChecked /><Radio label="Reviewed and concur" defaultChecked /><Switch label="Single keys" defaultChecked /><Tooltip label="A hint"><span>hover</span></Tooltip><Button onClick={() => { void showToast('ARID1A dismissed as artefact', { act: () => undefined }) }}>Toast</Button></div>
      <Dialog title="Commit your opinion?" isOpen={isAsking} onClose={() => setIsAsking(false)} stay="Keep editing" answer={{ label: 'Commit, freeze 9 items', onChoose: () => setIsAsking(false) }}>
        <p>These 9 items freeze now. The ranking opens to you. The other opinion opens when both are committed.</p>
        <DialogPoints><li className="att"><Icon name="warn" />RB1: cannot assess</li><li><Icon name="clock" />24 min in this case</li></DialogPoints>
      </Dialog>
      <ShortcutSheet isOpen={isSheetOpen} onClose={() => setIsSheetOpen(false)} />
      <CommandPalette commands={[{ id: '1', label: 'EGFR', group: 'Genes', act: () => undefined }, { id: '2', label: 'osimertinib', group: 'Drugs', note: 'EGFR inhibitor', act: () => undefined }]} />
      <Markdown source={prose} />
    </div>
  )
}

export function PartsView() {
  return (
    <div style={{ background: 'var(--surface)', minHeight: '100vh', padding: 'var(--space-4) var(--space-6)', display: 'grid', gridTemplateColumns: '320px 1fr 1fr', gap: 'var(--space-6)', alignItems: 'start' }}>
      <Marks />
      <Controls />
      <div className="stack">
        <h3>Score, part by part</h3>
        <ContributionBars totalLabel="Sum, high" total={1452} parts={[{ id: '1', label: 'Label, EGFR L858R, LUAD', points: 1000 }, { id: '2', label: 'MARIPOSA-2, halved as 2nd item', points: 500 }, { id: '3', label: 'Hits MET, amplified', points: 150 }, { id: '4', label: 'Hits EGFR, halved', points: 75 }, { id: '5', label: 'Gate 10 %, PIK3CA bypass', points: -173 }, { id: '6', label: 'PIK3CA bypass, inferred', points: -100 }]} />
        <ContributionBars totalLabel="Sum, against" total={-229} parts={[{ id: '1', label: 'Prior response', points: 120 }, { id: '2', label: 'MET bypass, level B', points: -349 }]} />
        <BecausePath drug={['amivantamab']} limit={{ label: 'PIK3CA, CCF 0.22', effect: 'gain', note: 'dashed: inferred, one dot' }} lanes={[{ id: '1', alteration: 'EGFR L858R', effect: 'gain', consequence: 'signal on', target: 'EGFR' }, { id: '2', alteration: 'MET, 11 copies', effect: 'gain', consequence: 'signal on', target: 'MET' }]} />
        <ForAgainst supporting={{ arguments: [{ id: '1', mark: <LevelLetter level="A" />, text: 'Longer control than chemotherapy after osimertinib: median 6.3 against 4.2 months', source: 'MARIPOSA-2, phase III, n = 657' }] }} opposing={{ arguments: [{ id: '1', mark: <LevelLetter level="A" />, text: 'Harsher than chemotherapy: grade 3 or more in 72 against 48 of 100', source: 'MARIPOSA-2' }] }} />
      </div>
    </div>
  )
}
