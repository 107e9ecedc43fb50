/** Milliseconds of the fastest and the middle of `rounds` calls, after a warm-up; the two are given alternately so that noise hits both. */
export async function interleaved(rounds: number, a: () => unknown, b: () => unknown): Promise<{ a: Timing; b: Timing }> {
  const times: { a: number[]; b: number[] } = { a: [], b: [] }
  for (let i = 0; i < rounds + 3; i++) {
    for (const [key, run] of [['a', a], ['b', b]] as const) {
      const started = performance.now()
      await run()
      if (i >= 3) times[key].push(performance.now() - started)
    }
  }
  return { a: timing(times.a), b: timing(times.b) }
}

export type Timing = { best: number; median: number }
const timing = (ms: number[]): Timing => {
  const sorted = [...ms].sort((x, y) => x - y)
  return { best: sorted[0] ?? 0, median: sorted[Math.floor(sorted.length / 2)] ?? 0 }
}
export const inMs = ({ best, median }: Timing) => `${best.toFixed(2)} ms best, ${median.toFixed(2)} ms median`
