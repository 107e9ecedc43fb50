import { courseWords, stateWords } from './course-words.ts'
import { joinedAnd, plain, table } from './markdown-text.ts'
import type { ReportInput } from './report-input.ts'
import { reasonWords } from './wording.ts'

const checks = [['civic', 'found in CIViC'], ['label-list', 'found in the list of labels'], ['stored-text', 'read in a stored passage'], ['recalled', 'recalled, not checked']] as const

/** Versions, protocol, and how the evidence behind the run was checked. */
export function methodsBlock(input: ReportInput): string {
  const { run, assay, profile, genomeBuild, protocol, dates, notConsulted, specimen, course } = input
  const covered = profile.coverage.kind === 'genes' ? `${profile.coverage.genes.length} genes` : profile.coverage.kind === 'all' ? 'all genes' : 'covered genes not stated'
  const evidence = checks.map(([code, words]) => [run.evidence.filter((e) => e.checked === code).length, words] as const).filter(([n]) => n > 0)
  return table(['Item', 'Value'], [
    ['Asked', plain(`${input.askedBy || 'by whom is not stated'}${input.reason ? `: ${reasonWords[input.reason]}` : ''}`)],
    ['State', stateWords(course)],
    ['Treatment so far', courseWords(course)],
    ['Specimen', plain([specimen.site || 'site not stated', specimen.kind, specimen.collected ?? 'date not stated', specimen.purity === null ? 'purity not stated' : `purity ${specimen.purity}`].join(', '))],
    ['Assay', plain([assay.name || 'not named', assay.laboratory || 'laboratory not named', covered, assay.tumourOnly === null ? 'pairing not stated' : assay.tumourOnly ? 'tumour only' : 'tumour and normal'].join(', '))],
    ['Genome build', plain(genomeBuild)],
    ['Engine', `${run.engine}, ${run.mode}, jurisdiction ${run.jurisdiction}, date of the run ${run.date}`],
    ['Knowledge release', `${run.knowledge.release}, SHA-256 ${run.knowledge.hash.slice(0, 16)}`],
    ['Evidence rows used', evidence.length > 0 ? `${run.evidence.length}: ${evidence.map(([n, words]) => `${n} ${words}`).join(', ')}` : 'none'],
    ['Sources not consulted', notConsulted.length > 0 ? plain(joinedAnd(notConsulted)) : 'none named'],
    ['Protocol', protocol === 'independent' ? 'two experts, independent: neither saw the other nor the ranking before committing' : 'assisted: the ranking was open during review'],
    ...input.corrections.map((one) => ['Records corrected', plain(`${one.on}, round ${one.round}: ${one.added} alterations added, ${one.removed} no longer held, ${one.changed} changed. ${one.reason}. Opinions of the round before were made on the earlier file and stay on record${one.afterReveal ? '; each expert had seen the other\'s when committing anew' : ''}`)]),
    ['Dates', `taken in ${dates.takenIn}; committed by genomics ${dates.committed.genomic_expert}, by oncology ${dates.committed.oncologist}; consensus ${dates.consensus}`],
    ['Rules', 'oncogenicity ClinGen/CGC/VICC 2022; tiers AMP/ASCO/CAP 2017; actionability ESCAT; tumour types OncoTree'],
  ])
}
