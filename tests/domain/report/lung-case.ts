import { AnalysisRun, type EvidenceMatch, type TherapyResult } from '#src/domain/analysis.ts'
import { ComparisonRow, Plan, RowDecision } from '#src/domain/comparison/row.ts'
import { Course } from '#src/domain/course.ts'
import { Assay, Identity, OriginalReport, Specimen } from '#src/domain/intake.ts'
import { emptyOpinion, Opinion } from '#src/domain/opinion.ts'
import { Profile } from '#src/domain/profile.ts'
import type { ReportInput } from '#src/domain/report/report-input.ts'

/** A lung adenocarcinoma after osimertinib, with an acquired MET amplification: the case of a whole report. Every value goes through its schema. */
const alteration = (id: string, gene: string, more: Record<string, unknown>) => ({
  id, gene, kind: 'snv', category: null, hgvsp: null, hgvsc: null, transcript: null, exon: null, consequence: null, genomic: null, partner: null, copyNumber: null, vaf: null, depth: null, altReads: null,
  ccf: null, zygosity: 'unknown', populationAf: null, origin: 'unknown', phase: null, filter: 'PASS', sample: null, asReported: gene, ...more,
})
const profile = Profile.parse({
  alterations: [
    alteration('egfr', 'EGFR', { hgvsp: 'p.L858R', vaf: 0.52, depth: 521, altReads: 271 }), alteration('met', 'MET', { kind: 'amplification', copyNumber: 11 }),
    alteration('pik3ca', 'PIK3CA', { hgvsp: 'p.E545K', vaf: 0.06, depth: 517, altReads: 31 }), alteration('tp53', 'TP53', { hgvsp: 'p.R273C', vaf: 0.54, depth: 441, altReads: 238 }),
    alteration('chek2', 'CHEK2', { hgvsp: 'p.I157T', vaf: 0.49, depth: 476, altReads: 233 }), alteration('kmt2d', 'KMT2D', { hgvsp: 'p.P2354L', vaf: 0.12, depth: 300, altReads: 36 }),
    alteration('brca2', 'BRCA2', { hgvsp: 'p.K3326*', vaf: 0.48, depth: 400, altReads: 192 }),
  ],
  biomarkers: [
    { name: 'TMB', value: 4.2, unit: 'mutations/Mb', cutoff: '10 mutations/Mb', status: 'measured', call: 'low', asReported: 'TMB 4.2' },
    { name: 'MSI', value: 'MSS', unit: null, cutoff: null, status: 'measured', call: 'low', asReported: 'MSS' },
    { name: 'PD-L1', value: null, unit: null, cutoff: null, status: 'not_tested', call: null, asReported: 'PD-L1 not tested' },
  ],
  coverage: { kind: 'genes', genes: ['ALK', 'BRAF', 'BRCA1', 'BRCA2', 'CHEK2', 'EGFR', 'ERBB2', 'KMT2D', 'KRAS', 'MET', 'PIK3CA', 'RB1', 'RET', 'ROS1', 'TP53'], assay: 'panel' }, wildType: [], tumourOnly: true,
})

const classified = (alterationId: string, gene: string, label: string, effect: string, confidence: number, points: number, more: Record<string, unknown> = {}) => ({
  alterationId, gene, label, oncogenicity: confidence === 100 ? 'oncogenic' : confidence > 0 ? 'likely_oncogenic' : points < 0 ? 'benign' : 'uncertain', points, criteria: confidence > 0 ? [{ code: 'OS3', points: 4, rule: 'hotspot', params: {} }] : [],
  effect, confidence, match: 'exact', subclonal: false, possibleGermline: false, node: gene, ...more,
})
const driver = (gene: string, id: string, label: string, effect: string) => ({ gene, node: gene, alterationIds: [id], alterations: [label], effect, confidence: 100, subclonal: false, secondHit: 'not_stated', criteria: ['OS3'] })
const evidence = (id: string, therapy: string, direction: EvidenceMatch['direction'], level: string, alterationId: string, source: string) => ({
  id, therapy, direction, level, tumour: 'LUAD', tumourMatch: 'same', biomarker: alterationId, variantMatch: 'exact', alterationIds: [alterationId], sources: [source], checked: 'civic',
})
const therapy = (drugs: string[], band: string, score: number, level: string | null, amp: string | null, escat: string | null, label = 'this_tumour'): Partial<TherapyResult> & object => ({
  therapy: [...drugs].sort().join('+'), drugs, drugClass: [], score, band: band as TherapyResult['band'], level: level as TherapyResult['level'], amp, escat, label: label as TherapyResult['label'], labels: [], computed: false, coverage: 60, covers: [], uncovered: [],
  contributions: [{ points: score, kind: 'evidence', rule: 'evidence', params: {}, source: 'PMID:37879444' }], against: [], notes: [], feasibility: [],
})

const run = AnalysisRun.parse({
  engine: '1.4.0', knowledge: { release: '2026.11', hash: 'a'.repeat(64) }, input: 'b'.repeat(64), tumourType: 'LUAD', mode: 'clinical', date: '2026-11-22', jurisdiction: 'EU',
  alterations: [
    classified('egfr', 'EGFR', 'EGFR L858R', 'gain', 100, 12), classified('met', 'MET', 'MET amplification', 'gain', 100, 10), classified('pik3ca', 'PIK3CA', 'PIK3CA E545K', 'gain', 100, 11, { subclonal: true }),
    classified('tp53', 'TP53', 'TP53 R273C', 'loss', 100, 12), classified('chek2', 'CHEK2', 'CHEK2 I157T', 'unknown', 0, 2, { possibleGermline: true }), classified('kmt2d', 'KMT2D', 'KMT2D P2354L', 'unknown', 0, 1),
    classified('brca2', 'BRCA2', 'BRCA2 K3326*', 'neutral', 0, -8),
  ],
  drivers: [driver('EGFR', 'egfr', 'EGFR L858R', 'gain'), driver('MET', 'met', 'MET amplification', 'gain'), driver('PIK3CA', 'pik3ca', 'PIK3CA E545K', 'gain'), driver('TP53', 'tp53', 'TP53 R273C', 'loss')],
  interactions: [{ id: 'bypass:EGFR+MET', kind: 'bypass', members: ['egfr', 'met'], memberGenes: ['EGFR', 'MET'], path: ['MET', 'PI3K', 'AKT'], certainty: 3, rule: 'bypass', params: {}, sources: ['PMID:17463250'], therapies: ['osimertinib'], effect: 'against' }],
  evidence: [
    evidence('e1', 'amivantamab+carboplatin+pemetrexed', 'sensitivity', 'A', 'egfr', 'PMID:37879444'), evidence('e2', 'osimertinib+savolitinib', 'sensitivity', 'B', 'met', 'PMID:38142685'),
    evidence('e3', 'osimertinib', 'resistance', 'B', 'met', 'PMID:31073158'), evidence('e4', 'gefitinib', 'resistance', 'B', 'met', 'PMID:17463250'),
  ],
  therapies: [
    therapy(['amivantamab', 'carboplatin', 'pemetrexed'], 'HIGH', 1000, 'A', 'I-A', 'I-A'), therapy(['osimertinib', 'savolitinib'], 'MODERATE', 500, 'B', 'II-C', 'II-B', 'investigational'),
    therapy(['osimertinib'], 'LOW', -120, 'B', null, null), therapy(['olaparib'], 'NONE', 0, null, null, null, 'other_tumour'),
  ],
  combinations: [], notAssessable: [{ biomarker: 'PD-L1', rule: 'not_tested', params: {}, therapies: ['pembrolizumab'] }], listedOnly: ['KMT2D P2354L'], remarks: [],
})

const cell = (stance: string, level: string | null = null, priority: number | null = null, page: number | null = null) => ({ stance, code: stance, text: '', level, priority, page })
const row = (id: string, kind: string, subject: string, g: unknown, o: unknown, computed: unknown, original: unknown, agreement: string) => ComparisonRow.parse({ id, kind, subject, genomic_expert: g, oncologist: o, computed, original, agreement })
const rows = [
  row('therapy:olaparib', 'therapy', 'olaparib', cell('against'), cell('against'), cell('open'), cell('for', null, null, 3), 'different'),
  row('therapy:osimertinib', 'therapy', 'osimertinib', cell('against'), cell('against'), cell('against'), cell('open', null, null, 2), 'different'),
  row('therapy:amivantamab+carboplatin+pemetrexed', 'therapy', 'amivantamab + carboplatin + pemetrexed', cell('for', 'A', 1), cell('for', 'A', 1), cell('for', 'A'), null, 'same'),
  row('therapy:osimertinib+savolitinib', 'therapy', 'osimertinib + savolitinib', cell('for', 'B', 2), cell('open', 'B', 2), cell('for', 'B'), cell('open', null, null, 2), 'different'),
  row('driver:egfr', 'driver', 'EGFR L858R', cell('for'), null, cell('for'), cell('for', null, null, 1), 'same'), row('driver:met', 'driver', 'MET amplification', cell('for'), null, cell('for'), cell('for', null, null, 1), 'same'),
  row('test:rb1 by immunohistochemistry', 'test', 'RB1 by immunohistochemistry', cell('open'), cell('for'), null, null, 'different'),
]
const option = (drugs: string[], priority: number, level: string, use: string, realistic: string, rationale: string, against: string, access: string, wouldChange: string) => ({ drugs, possible: 'yes', realistic, worthConsidering: 'yes', priority, level, use, against, access, wouldChange, rationale, dissent: '' })
const plan = Plan.parse({
  options: [
    option(['amivantamab', 'carboplatin', 'pemetrexed'], 1, 'A', 'in_label', 'yes', 'Phase III after osimertinib; reaches EGFR and MET', 'Infusion reactions; thrombosis in February 2026; the PIK3CA subclone is not covered', 'EU label since August 2024', 'MET not amplified by FISH'),
    option(['osimertinib', 'savolitinib'], 2, 'B', 'trial', 'unknown', 'Blocks the bypass with tablets only', 'No EU label; needs FISH', 'no open trial within 300 km on 2026-11-20', 'a trial opens'),
  ],
  notToDo: [{ drugs: ['olaparib'], reason: 'BRCA2 K3326* is a benign change', dissent: '' }, { drugs: ['osimertinib'], reason: '', dissent: '' }],
  tests: [{ test: 'MET by FISH', reason: 'confirms the amplification on the liver core of 2026-10-21' }, { test: 'RB1 by immunohistochemistry', reason: 'looks for small-cell transformation' }],
  germline: ['CHEK2 I157T, VAF 0.49, 233/476 reads, may be inherited'],
  drivers: [{ alterationId: 'egfr', subject: 'EGFR L858R', stance: 'for', text: 'The founding driver' }, { alterationId: 'met', subject: 'MET amplification', stance: 'for', text: 'Acquired under osimertinib' }],
  interactions: [{ interactionId: 'bypass:EGFR+MET', stance: 'for', text: 'fits the course' }],
  openDissent: [{ subject: 'RB1 by immunohistochemistry', text: 'One copy of RB1 is lost, and progression was fast', dissent: 'The copy number is within noise', reason: 'evidence_read_differently' }],
  noTherapeuticConsequence: false,
})
const genomic = Opinion.parse({
  ...emptyOpinion('genomic_expert'), adequacy: { state: 'adequate', note: '' }, germline: { state: 'possible', genes: ['CHEK2'], note: '' }, confidence: 70, wouldChange: 'FISH without amplification',
  drivers: [['egfr', 'EGFR', 'I'], ['met', 'MET', 'II'], ['pik3ca', 'PIK3CA', 'II'], ['tp53', 'TP53', 'III']].map(([alterationId, gene, tier]) => ({ alterationId, gene, call: 'driver', effect: 'gain', tier, note: '' })),
})
const oncology = Opinion.parse({ ...emptyOpinion('oncologist'), confidence: 80, wouldChange: 'A decline of performance status', plan: 'Amivantamab with chemotherapy' })

export const lungCase: ReportInput = {
  caseCode: 'C-0187', patient: Identity.parse({ pseudonym: 'Halvorsen, Marit', localId: null, sex: 'female', birthYear: 1963 }), tumourType: { code: 'LUAD', name: 'Lung adenocarcinoma' },
  question: 'After 18 months of osimertinib: which next line, and does the MET amplification change it?', reason: 'resistant_disease', askedBy: 'Dr Solberg, thoracic oncology',
  course: Course.parse({ lines: [{ line: 1, setting: 'metastatic', drugs: ['osimertinib'], modality: 'systemic', from: '2025-04-02', to: '2026-10-10', bestResponse: 'partial_response', stopReason: 'progression', note: '' }], stage: 'IV', ecog: 1, brainDisease: 'no', organFunction: [], allergies: [], ageYears: 63 }),
  specimen: Specimen.parse({ site: 'Liver core', kind: 'metastasis', collected: '2026-10-21', purity: 0.45 }), assay: Assay.parse({ name: 'Panel 523', laboratory: 'Regional laboratory', coverage: profile.coverage, tumourOnly: true }), genomeBuild: 'GRCh38',
  originalReport: OriginalReport.parse({ laboratory: 'Regional laboratory', date: '2026-11-05', lines: [{ id: 'l1', kind: 'therapy', text: 'Olaparib (BRCA2 K3326*)', page: 3, gene: 'BRCA2', therapy: ['olaparib'], stance: 'for', tier: 'II', capturedBy: 'p1' }, { id: 'l2', kind: 'negative', text: 'No ALK, ROS1 or RET fusion', page: 2, gene: null, therapy: null, stance: 'neutral', tier: null, capturedBy: 'p1' }] }),
  gaps: [{ gate: 'consent', reason: 'The signed form follows by post; verbal consent is on file' }], corrections: [], profile, plan, rows,
  decisions: [
    RowDecision.parse({ row: 'therapy:olaparib', outcome: 'agreed', stance: 'against', text: 'BRCA2 K3326* is a benign change', reason: 'none', dissent: '', option: null }),
    RowDecision.parse({ row: 'therapy:osimertinib', outcome: 'agreed', stance: 'against', text: '', reason: 'none', dissent: '', option: null }),
    ...plan.options.map((o) => RowDecision.parse({ row: `therapy:${o.drugs.join('+')}`, outcome: 'agreed', stance: 'for', text: o.rationale, reason: 'none', dissent: '', option: o })),
    RowDecision.parse({ row: 'test:rb1 by immunohistochemistry', outcome: 'agreed_dissent', stance: 'for', text: 'One copy of RB1 is lost, and progression was fast', reason: 'evidence_read_differently', dissent: 'The copy number is within noise', option: null }),
  ],
  opinions: { genomic_expert: genomic, oncologist: oncology }, run,
  sentences: {
    interaction: { 'bypass:EGFR+MET': 'MET amplification carries the signal past EGFR, so that blocking EGFR alone no longer holds it' },
    contribution: { osimertinib: { for: [], against: [{ text: 'MET amplification is a known route of resistance to osimertinib in this tumour (level B)', sources: ['PMID:31073158'] }] }, 'amivantamab+carboplatin+pemetrexed': { for: [{ text: 'Sensitivity in this tumour, level A', sources: ['PMID:37879444'] }], against: [] } },
    notAssessable: ['PD-L1 was not tested; what depends on it could not be judged'],
  },
  labels: { GRB2_SOS: 'GRB2-SOS1', CDK4_6: 'CDK4/6', egfr_tki_3g: 'EGFR TKI' }, drugClass: { osimertinib: 'EGFR TKI', savolitinib: 'MET TKI' },
  citations: { 'PMID:37879444': 'Passaro A et al. Ann Oncol 2024' }, experts: { genomic_expert: { personId: 'p-ruth', name: 'Ruth Okafor', credential: 'PhD, FRCPath, 4471' }, oncologist: { personId: 'p-tomas', name: 'Tomas Lindqvist', credential: 'MD, board-certified, 9912' } },
  protocol: 'independent', notConsulted: ['trial registries', 'OncoKB'], dates: { takenIn: '2026-11-12', committed: { genomic_expert: '2026-11-20', oncologist: '2026-11-21' }, consensus: '2026-11-22' },
}
