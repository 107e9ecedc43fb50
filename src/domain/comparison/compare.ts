import type { AnalysisRun, Band } from '../analysis.ts'
import type { OriginalReport, OriginalReportLine, ReasonForReview } from '../intake.ts'
import { regimenKey, type Opinion, type TherapyOpinion } from '../opinion.ts'
import type { Slot } from '../person.ts'
import type { Agreement, Cell, ComparisonRow, RowKind, Stance } from './row.ts'

export type CompareInput = {
  opinions: Record<Slot, Opinion>
  run: AnalysisRun
  originalReport: OriginalReport
  /** Why the review was asked for: where it is the order of the options, another rank alone is a difference. */
  reason: ReasonForReview | null
  /** Short name of an interaction for people, made where sentences are made. */
  interactionName: (interactionId: string) => string
}

type Columns = Partial<Record<Slot | 'computed' | 'original', Cell>>

/** How many computed therapies enter as rows of their own, beside all that a person or the original report names. */
const computedRows = 5

/**
 * All decision points of a case, disagreements first, then what only one mentions, then agreements; within them by kind and subject.
 * Deterministic: the same opinions give the same rows with the same ids.
 */
export function compare(input: CompareInput): ComparisonRow[] {
  const rows = new Map<string, { kind: RowKind; subject: string; columns: Columns }>()
  const put = (kind: RowKind, key: string, subject: string, column: keyof Columns, cell: Cell) => {
    const id = `${kind}:${key}`
    const row = rows.get(id) ?? { kind, subject, columns: {} }
    if (!row.columns[column]) row.columns[column] = cell
    rows.set(id, row)
  }
  for (const slot of ['genomic_expert', 'oncologist'] as const) expertCells(input, slot, (kind, key, subject, cell) => put(kind, key, subject, slot, cell))
  originalCells(input, (kind, key, subject, cell) => put(kind, key, subject, 'original', cell))
  computedCells(input, new Set(rows.keys()), (kind, key, subject, cell) => put(kind, key, subject, 'computed', cell))
  const reordered = rankedApart(input)
  return [...rows].map(([id, { kind, subject, columns }]) => ({
    id, kind, subject, genomic_expert: columns.genomic_expert ?? null, oncologist: columns.oncologist ?? null, computed: columns.computed ?? null, original: columns.original ?? null,
    agreement: reordered.has(id) ? 'different' as const : agreementOf(columns),
  })).sort(byUrgency)
}

/**
 * Ids of therapy rows that both experts would consider and put in another order: they rank this one and a second one, and the two the other
 * way round. Where the order is what was asked for, another rank of one option is enough.
 */
function rankedApart({ opinions, reason }: Pick<CompareInput, 'opinions' | 'reason'>): Set<string> {
  const ranks = ({ therapies }: Opinion) => new Map(therapies.filter((t) => t.priority !== null && t.worthConsidering !== 'no').map((t) => [regimenKey(t.drugs), t.priority ?? 0]))
  const [genomic, oncology] = [ranks(opinions.genomic_expert), ranks(opinions.oncologist)]
  const both = [...genomic].flatMap(([key, g]) => (oncology.has(key) ? [{ key, g, o: oncology.get(key) ?? 0 }] : []))
  const apart = both.filter((a) => both.some((b) => (a.g - b.g) * (a.o - b.o) < 0) || (reason === 'no_order_among_options' && a.g !== a.o))
  return new Set(apart.map(({ key }) => `therapy:${key}`))
}

type Put = (kind: RowKind, key: string, subject: string, cell: Cell) => void
const cell = (stance: Stance, code: string, text: string, extra: Partial<Cell> = {}): Cell => ({ stance, code, text, level: null, priority: null, page: null, ...extra })

function expertCells(input: CompareInput, slot: Slot, put: Put) {
  const opinion = input.opinions[slot]
  if (opinion.adequacy) put('adequacy', 'case', 'Adequacy of the data', cell(opinion.adequacy.state === 'adequate' ? 'for' : opinion.adequacy.state === 'cannot_assess' ? 'open' : 'against', opinion.adequacy.state, opinion.adequacy.note))
  for (const d of opinion.drivers) {
    const stance = d.call === 'driver' ? 'for' : d.call === 'passenger' ? 'against' : 'open'
    put('driver', d.alterationId, labelOf(input.run, d.alterationId, d.gene), cell(stance, d.tier ? `${d.call}, tier ${d.tier}` : d.call, d.note))
  }
  for (const a of opinion.interactions) {
    const stance = a.verdict === 'confirm' ? 'for' : a.verdict === 'dispute' ? 'against' : 'open'
    put('interaction', a.interactionId, input.interactionName(a.interactionId), cell(stance, a.verdict, a.note))
  }
  if (opinion.germline) put('germline', 'case', 'Possible germline finding', cell(opinion.germline.state === 'possible' ? 'for' : opinion.germline.state === 'none_suspected' ? 'against' : 'open', opinion.germline.state, [opinion.germline.genes.join(', '), opinion.germline.note].filter(Boolean).join('. ')))
  for (const t of opinion.therapies) put('therapy', regimenKey(t.drugs), t.drugs.join(' + '), therapyCell(t))
  for (const a of opinion.avoid) put('therapy', regimenKey(a.drugs), a.drugs.join(' + '), cell('against', 'avoid', a.reason))
  for (const t of opinion.tests) put('test', t.test.trim().toLowerCase(), t.test, cell('for', 'test', t.reason))
  if (opinion.plan.trim()) put('plan', 'case', 'Plan', cell('open', 'plan', opinion.plan))
}

function therapyCell(t: TherapyOpinion): Cell {
  const stance: Stance = t.worthConsidering === 'yes' ? 'for' : t.worthConsidering === 'no' ? 'against' : 'open'
  return cell(stance, `possible ${t.possible}, realistic ${t.realistic}, worth considering ${t.worthConsidering}`, [t.note, t.against && `Against: ${t.against}`].filter(Boolean).join(' '), { level: t.level, priority: t.priority, use: t.use })
}

function originalCells({ originalReport, run }: CompareInput, put: Put) {
  for (const line of originalReport.lines) {
    const said = cell(lineStance(line), line.tier ?? line.kind, line.text, { page: line.page })
    if (line.therapy?.length) put('therapy', regimenKey(line.therapy), line.therapy.join(' + '), said)
    else if (line.gene) for (const a of run.alterations.filter((x) => x.gene === line.gene)) put('driver', a.alterationId, a.label, said)
  }
}

const lineStance = (line: OriginalReportLine): Stance => (line.stance === 'neutral' ? 'open' : line.stance)

const bandStance: Record<Band, Stance> = { HIGH: 'for', MODERATE: 'for', WEAK: 'open', NONE: 'open', LOW: 'against' }

function computedCells({ run, interactionName }: CompareInput, mentioned: ReadonlySet<string>, put: Put) {
  run.therapies.forEach((t, index) => {
    const key = regimenKey(t.drugs)
    if (mentioned.has(`therapy:${key}`) || (index < computedRows && bandStance[t.band] === 'for')) {
      put('therapy', key, t.drugs.join(' + '), cell(bandStance[t.band], t.band, `score ${t.score}${t.computed ? ', computed combination' : ''}`, { level: t.level }))
    }
  })
  for (const a of run.alterations) {
    if (a.confidence > 0) put('driver', a.alterationId, a.label, cell('for', a.oncogenicity, `${a.effect}, ${a.points} points`))
    else if (mentioned.has(`driver:${a.alterationId}`)) put('driver', a.alterationId, a.label, cell(a.points < 0 ? 'against' : 'open', a.oncogenicity, `${a.points} points`))
  }
  for (const i of run.interactions) if (mentioned.has(`interaction:${i.id}`)) put('interaction', i.id, interactionName(i.id), cell('for', i.kind, ''))
}

const labelOf = (run: AnalysisRun, alterationId: string, gene: string) => run.alterations.find((a) => a.alterationId === alterationId)?.label ?? gene

/** Same, different, or only one mentions it: over all columns that say something. */
function agreementOf(columns: Columns): Agreement {
  const said = Object.values(columns)
  if (said.length < 2) return 'one_mentions'
  return new Set(said.map((c) => c.stance)).size === 1 ? 'same' : 'different'
}

const urgency: Record<Agreement, number> = { different: 0, one_mentions: 1, same: 2 }
const kinds: readonly RowKind[] = ['therapy', 'driver', 'interaction', 'test', 'germline', 'adequacy', 'plan']
const byUrgency = (a: ComparisonRow, b: ComparisonRow) =>
  urgency[a.agreement] - urgency[b.agreement] || kinds.indexOf(a.kind) - kinds.indexOf(b.kind) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)

/**
 * Rows that consensus must decide. A therapy enters the plan only by a decision; a driver or an interaction needs one where an expert and
 * the computed result part; tests and germline where the two experts do. Plan and adequacy are read, not decided.
 */
export function needsDecision(row: ComparisonRow): boolean {
  const said = [row.genomic_expert, row.oncologist].filter((c) => c !== null)
  const differ = (cells: readonly Cell[]) => new Set(cells.map((c) => c.stance)).size > 1
  switch (row.kind) {
    case 'plan':
    case 'adequacy':
      return false
    case 'therapy':
      return said.length > 0 || row.agreement === 'different'
    case 'driver':
    case 'interaction':
      return said.length > 0 && differ(row.computed ? [...said, row.computed] : said)
    case 'test':
    case 'germline':
      return said.length === 2 && differ(said)
  }
}
