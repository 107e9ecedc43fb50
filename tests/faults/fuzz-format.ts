import type { RecordSeed } from '#tests/support/record-seeds.ts'
import { readingOf } from '#tests/support/reading-of.ts'
import { mutated } from './mutate.ts'
import { seeded } from './seeded.ts'

export type FuzzReport = { format: string; inputs: number; refused: number; crashes: string[]; slowest: number; slowestIndex: number }

/** The altered file of this number; the same seed and index give the same bytes again. */
export const fuzzInput = (seed: RecordSeed, campaign: number, index: number): Uint8Array => mutated(seed.of(1 + (index % 3)), seeded(campaign * 1_000_003 + index))

/**
 * Reads altered files of one format. A crash is anything thrown, records that vanish (`readingOf` compares them), and a message that speaks of our code.
 * `onInput` is told before each one, so that whoever watches sees where it hangs.
 */
export async function fuzzFormat(seed: RecordSeed, campaign: number, inputs: number, onInput: (index: number) => void = () => undefined): Promise<FuzzReport> {
  const report: FuzzReport = { format: seed.format, inputs, refused: 0, crashes: [], slowest: 0, slowestIndex: 0 }
  for (let index = 0; index < inputs; index++) {
    onInput(index)
    const bytes = fuzzInput(seed, campaign, index)
    const from = performance.now()
    try {
      const reading = await readingOf({ file: bytes })
      if (reading.problems.some((problem) => problem.severity === 'error')) report.refused++
      const odd = reading.problems.find((problem) => /undefined|\[object|TypeError|RangeError|NaN positions/.test(problem.message))
      if (odd) report.crashes.push(`${seed.format} ${index}: ${odd.message.slice(0, 120)}`)
    } catch (error) {
      report.crashes.push(`${seed.format} ${index}: ${error instanceof Error ? error.message.slice(0, 160) : 'threw something that is no error'}`)
    }
    const took = performance.now() - from
    if (took > report.slowest) { report.slowest = took; report.slowestIndex = index }
  }
  return report
}
