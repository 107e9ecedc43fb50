import { joinedAnd, list, plain } from './markdown-text.ts'
import type { ReportInput } from './report-input.ts'
import { amount, oncogenicityWords } from './wording.ts'

/**
 * Genes whose absence of change a reader wants said: those with a companion diagnostic for a solid tumour in the FDA's list of cleared or
 * approved companion diagnostic devices, and the tumour-agnostic labels (NTRK, RET, BRAF).
 */
const askedFor = ['ALK', 'BRAF', 'BRCA1', 'BRCA2', 'EGFR', 'ERBB2', 'ESR1', 'FGFR2', 'FGFR3', 'IDH1', 'IDH2', 'KIT', 'KRAS', 'MET', 'NRAS', 'NTRK1', 'NTRK2', 'NTRK3', 'PALB2', 'PDGFRA', 'PIK3CA', 'PTEN', 'RET', 'ROS1']

/** What was looked for and not found, kept apart from what was not looked for. */
export function negativesBlock({ profile, originalReport }: ReportInput): string {
  const altered = new Set(profile.alterations.flatMap((a) => (a.partner ? [a.gene, a.partner] : [a.gene])))
  const { coverage } = profile
  const seen = (gene: string) => coverage.kind === 'all' || (coverage.kind === 'genes' && coverage.genes.includes(gene)) || profile.wildType.includes(gene)
  const without = [...new Set([...askedFor.filter(seen), ...profile.wildType])].filter((g) => !altered.has(g)).sort()
  const notSeen = askedFor.filter((g) => !seen(g) && !altered.has(g))
  const low = profile.biomarkers.filter((b) => b.status === 'measured' && b.call === 'low').map((b) => `${b.name} ${b.value ?? ''}`.trim())
  const untested = profile.biomarkers.filter((b) => b.status === 'not_tested').map((b) => b.name)
  const stated = originalReport.lines.filter((l) => l.kind === 'negative').map((l) => plain(l.text))
  return list([
    `Covered, no alteration reported: ${without.length > 0 ? without.join(', ') : 'none of the genes usually asked for'}.`,
    `Measured and not raised: ${low.length > 0 ? plain(low.join(', ')) : 'none'}.`,
    `Not covered or not known to be covered: ${coverage.kind === 'unknown' ? 'the assay\'s genes are not known, so no gene counts as seen' : notSeen.length > 0 ? notSeen.join(', ') : 'none of the genes usually asked for'}.`,
    `Not tested: ${untested.length > 0 ? joinedAnd(untested) : 'nothing was stated as not tested'}.`,
    ...(stated.length > 0 ? [`Negative by the first report: ${stated.join('; ')}.`] : []),
  ])
}

/** All alterations that change no score, so that nothing vanishes: uncertain ones with their numbers, the rest by name. */
export function vusBlock({ run, profile, plan }: ReportInput): string {
  const facts = new Map(profile.alterations.map((a) => [a.id, a]))
  const rejected = new Set(plan.drivers.filter((d) => d.stance === 'against').map((d) => d.alterationId))
  const listed = run.alterations.filter((a) => a.confidence === 0 || rejected.has(a.alterationId))
  const uncertain = listed.filter((a) => a.oncogenicity === 'uncertain')
  const rest = listed.filter((a) => a.oncogenicity !== 'uncertain')
  const named = uncertain.map((a) => {
    const fact = facts.get(a.alterationId)
    return `${plain(a.label)}${fact && fact.vaf !== null ? ` (${amount(fact)})` : ''}`
  })
  return [
    named.length > 0 ? `${named.length} of uncertain significance; none of them changes the plan: ${named.join('; ')}.` : 'No variant of uncertain significance.',
    ...(rest.length > 0 ? [`Listed only (${rest.length}): ${rest.map((a) => `${plain(a.label)} (${oncogenicityWords[a.oncogenicity]}${rejected.has(a.alterationId) ? ', not a driver by consensus' : ''})`).join('; ')}.`] : []),
  ].join('\n\n')
}
