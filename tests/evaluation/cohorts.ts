import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import type { CalendarDate } from '#src/domain/calendar-date.ts'
import { analyseStudy } from '#src/cli/analyse-study.ts'
import { cohortFigures, cohortText, highText, whatMakesHigh } from '#src/cli/cohort-figures.ts'
import type { StudyLine } from '#src/cli/cohort-figures.ts'
import { indexKnowledge } from '#src/engine/release/knowledge-index.ts'
import { loadKnowledge } from '#src/knowledge/load-knowledge.ts'
import { sharedPath } from '#tests/support/shared-data.ts'

/** Cohorts of one tumour type each. Mesothelioma and germ-cell tumours are read as their commonest type. */
const tcga: Readonly<Record<string, string>> = {
  ACC: 'ACC', CHOL: 'CHOL', DLBC: 'DLBCLNOS', KICH: 'CHRCC', LAML: 'AML', MESO: 'PLMESO', PAAD: 'PAAD', PCPG: 'PHC', TGCT: 'NSGCT', THCA: 'THPA', UCS: 'UCS', UVM: 'UM',
}
/** Sites of the ten-site table, by the name it gives them. */
const sites: Readonly<Record<string, string>> = {
  BREAST: 'BRCA', COLORECTAL: 'COADREAD', ESOPHAGEAL: 'ESCA', KIDNEY: 'RCC', LIVER: 'HCC', LUNG: 'NSCLC', OVARIAN: 'OVT', PANCREATIC: 'PAAD', PROSTATE: 'PRAD', SKIN: 'SKCM',
}

/** Site of each patient of the ten-site table: its columns are those of a MAF, with the site added. */
function siteOfPatient(path: string): Map<string, string> {
  const [head = '', ...lines] = gunzipSync(readFileSync(path)).toString('utf8').trim().split('\n')
  const [patient, site] = ['patient_id', 'CANCER_SITE'].map((name) => head.split('\t').indexOf(name))
  return new Map(lines.map((line) => line.split('\t')).map((cells) => [cells[patient ?? -1] ?? '', cells[site ?? -1] ?? '']))
}

/** Every shared cohort as one: drivers a tumour, share with a HIGH option and with one on label, by tumour type; and what makes HIGH. */
export async function cohorts(date: CalendarDate): Promise<boolean> {
  const index = indexKnowledge(loadKnowledge())
  const lines: StudyLine[] = []
  const settings = { date, jurisdiction: 'US' as const, onProblem: () => undefined }
  let untyped = 0
  const seconds = { reading: 0, analysing: 0 }
  const take = async (path: string | null, tumourTypeOf: Parameters<typeof analyseStudy>[1]['tumourTypeOf']) => {
    if (path === null) return
    const run = await analyseStudy([path], { ...settings, tumourTypeOf }, index, (line) => lines.push(line))
    untyped += run.withoutType
    seconds.reading += run.seconds.reading
    seconds.analysing += run.seconds.analysing
  }
  await take(sharedPath('cases', 'study', 'nsclc_pd1_msk_2018'), (of) => of.oncotree)
  const table = sharedPath('cases', 'maf', 'msk_impact_2017_10sites', 'impact_snv.tsv.gz')
  const siteOf = table === null ? new Map<string, string>() : siteOfPatient(table)
  const unknown = new Set<string>()
  await take(table, (of) => {
    const site = siteOf.get(of.sample) ?? ''
    const code = sites[site] ?? null
    if (code === null) unknown.add(site)
    return code
  })
  for (const [name, code] of Object.entries(tcga)) await take(sharedPath('cases', 'maf', 'tcga', `TCGA_${name}.MC3.maf.gz`), () => code)
  console.log(`Labels and evidence in force on ${date}, US.${unknown.size > 0 ? ` Sites without a code: ${[...unknown].join(', ')}.` : ''}`)
  console.log(cohortText(cohortFigures(lines, untyped, seconds)))
  console.log('')
  console.log(highText(whatMakesHigh(lines)))
  return lines.length > 0
}
