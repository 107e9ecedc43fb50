import { appLoad } from './app-load.ts'
import { baseRun } from './base-run.ts'
import type { Figure } from './figure.ts'
import { vcfReading } from './vcf-reading.ts'


const benches: Readonly<Record<string, () => Promise<Figure[]>>> = { 'base-run': baseRun, vcf: vcfReading, load: appLoad }

const wanted = process.argv.slice(2)
for (const [name, bench] of Object.entries(benches)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue
  for (const figure of await bench()) console.log(`${figure.what}\n  ours ${figure.ours}, ${figure.against}: ratio ${figure.ratio}${figure.note ? `\n  ${figure.note}` : ''}`)
}
