import type { AnalysisRun } from '#src/domain/analysis.ts'

type Therapy = AnalysisRun['therapies'][number]

/** One analysed sample of a study. */
export type StudyLine = {
  sample: string
  patient: string | null
  tumourType: string
  alterations: number
  drivers: Pick<AnalysisRun['drivers'][number], 'gene' | 'alterations' | 'effect' | 'confidence'>[]
  interactions: Pick<AnalysisRun['interactions'][number], 'kind' | 'members'>[]
  therapies: Pick<Therapy, 'therapy' | 'score' | 'band' | 'level' | 'label' | 'covers'>[]
  notAssessable: string[]
}

type Figures = { samples: number; driversPerTumour: number; withDriver: number; withHigh: number; highOnLabel: number; onLabel: number }
export type CohortFigures = {
  samples: number
  withoutTumourType: number
  all: Figures
  byTumourType: Record<string, Figures>
  seconds: { reading: number; analysing: number }
  samplesPerSecond: number
}

/** Shares are fractions of samples. On label: a therapy in band HIGH or MODERATE whose label names this tumour. */
function figuresOf(lines: readonly StudyLine[]): Figures {
  const share = (is: (line: StudyLine) => boolean) => (lines.length === 0 ? 0 : lines.filter(is).length / lines.length)
  return {
    samples: lines.length,
    driversPerTumour: lines.length === 0 ? 0 : lines.reduce((sum, line) => sum + line.drivers.length, 0) / lines.length,
    withDriver: share((line) => line.drivers.length > 0),
    withHigh: share((line) => line.therapies.some(({ band }) => band === 'HIGH')),
    highOnLabel: share((line) => line.therapies.some(({ band, label }) => label === 'this_tumour' && band === 'HIGH')),
    onLabel: share((line) => line.therapies.some(({ band, label }) => label === 'this_tumour' && (band === 'HIGH' || band === 'MODERATE'))),
  }
}

export function cohortFigures(lines: readonly StudyLine[], withoutTumourType: number, seconds: CohortFigures['seconds']): CohortFigures {
  const types = [...new Set(lines.map((line) => line.tumourType))].sort((a, b) => lines.filter((line) => line.tumourType === b).length - lines.filter((line) => line.tumourType === a).length || a.localeCompare(b))
  return {
    samples: lines.length + withoutTumourType, withoutTumourType, all: figuresOf(lines),
    byTumourType: Object.fromEntries(types.map((type) => [type, figuresOf(lines.filter((line) => line.tumourType === type))])),
    seconds, samplesPerSecond: seconds.analysing > 0 ? lines.length / seconds.analysing : 0,
  }
}

const row = (name: string, of: Figures) => {
  const percent = (share: number) => `${(share * 100).toFixed(1)} %`.padStart(10)
  return `${name.padEnd(12)}${String(of.samples).padStart(8)}${of.driversPerTumour.toFixed(2).padStart(10)}${percent(of.withDriver)}${percent(of.withHigh)}${percent(of.highOnLabel)}${percent(of.onLabel)}`
}

export function cohortText(figures: CohortFigures): string {
  return [
    `Samples         ${figures.samples}${figures.withoutTumourType > 0 ? `, ${figures.withoutTumourType} without a tumour type (not analysed)` : ''}`,
    `Reading         ${figures.seconds.reading.toFixed(2)} s`, `Analysing       ${figures.seconds.analysing.toFixed(2)} s, ${figures.samplesPerSecond.toFixed(0)} samples a second`, '',
    `${'Tumour'.padEnd(12)}${'samples'.padStart(8)}${'drivers'.padStart(10)}${'a driver'.padStart(10)}${'HIGH'.padStart(10)}${'HIGH here'.padStart(10)}${'on label'.padStart(10)}`,
    row('all', figures.all), ...Object.entries(figures.byTumourType).map(([type, of]) => row(type, of)), '',
    'drivers: mean a tumour · a driver, HIGH, on label: share of tumours with one · HIGH here: HIGH, label of this tumour · on label: HIGH or MODERATE, label of this tumour',
  ].join('\n')
}

export type HighSource = { tumourType: string; genes: string; therapies: string[]; samples: number; share: number }

/** What makes a tumour HIGH: the genes that its first therapy in that band is given for, and the therapies that came first with them. */
export function whatMakesHigh(lines: readonly StudyLine[]): HighSource[] {
  const sizes = new Map<string, number>()
  const found = new Map<string, { tumourType: string; genes: string; samples: number; therapies: Map<string, number> }>()
  for (const line of lines) {
    sizes.set(line.tumourType, (sizes.get(line.tumourType) ?? 0) + 1)
    const first = line.therapies.find(({ band }) => band === 'HIGH')
    if (!first) continue
    const genes = first.covers.length > 0 ? first.covers.join(' + ') : 'no alteration'
    const key = `${line.tumourType} ${genes}`
    const known = found.get(key) ?? { tumourType: line.tumourType, genes, samples: 0, therapies: new Map() }
    known.samples++
    known.therapies.set(first.therapy, (known.therapies.get(first.therapy) ?? 0) + 1)
    found.set(key, known)
  }
  return [...found.values()].map(({ tumourType, genes, samples, therapies }) => ({
    tumourType, genes, samples, share: samples / (sizes.get(tumourType) ?? 1), therapies: [...therapies].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0])).map(([therapy]) => therapy),
  })).sort((a, b) => b.samples - a.samples || a.tumourType.localeCompare(b.tumourType) || a.genes.localeCompare(b.genes))
}

const SHOWN = 40

export function highText(sources: readonly HighSource[]): string {
  return [
    `${'Tumour'.padEnd(10)}${'samples'.padStart(8)}${'share'.padStart(9)}  first in band HIGH is given for`,
    ...sources.slice(0, SHOWN).map((one) => `${one.tumourType.padEnd(10)}${String(one.samples).padStart(8)}${`${(one.share * 100).toFixed(1)} %`.padStart(9)}  ${one.genes}: ${one.therapies.slice(0, 3).join(', ')}`),
  ].join('\n')
}
