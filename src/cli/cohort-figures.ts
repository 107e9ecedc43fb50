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
  therapies: Pick<Therapy, 'therapy' | 'score' | 'band' | 'level' | 'label'>[]
  notAssessable: string[]
}

type Figures = { samples: number; driversPerTumour: number; withDriver: number; withHigh: number; onLabel: number }
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
  return `${name.padEnd(12)}${String(of.samples).padStart(8)}${of.driversPerTumour.toFixed(2).padStart(10)}${percent(of.withDriver)}${percent(of.withHigh)}${percent(of.onLabel)}`
}

export function cohortText(figures: CohortFigures): string {
  return [
    `Samples         ${figures.samples}${figures.withoutTumourType > 0 ? `, ${figures.withoutTumourType} without a tumour type (not analysed)` : ''}`,
    `Reading         ${figures.seconds.reading.toFixed(2)} s`, `Analysing       ${figures.seconds.analysing.toFixed(2)} s, ${figures.samplesPerSecond.toFixed(0)} samples a second`, '',
    `${'Tumour'.padEnd(12)}${'samples'.padStart(8)}${'drivers'.padStart(10)}${'a driver'.padStart(10)}${'HIGH'.padStart(10)}${'on label'.padStart(10)}`,
    row('all', figures.all), ...Object.entries(figures.byTumourType).map(([type, of]) => row(type, of)), '',
    'drivers: mean a tumour · a driver, HIGH, on label: share of tumours with one · on label: HIGH or MODERATE, label of this tumour',
  ].join('\n')
}
