import type { ReadingPart } from '../reading-part.ts'
import { note } from '../reading-part.ts'
import type { VcfHeader } from './header.ts'
import type { TumourChoice } from './tumour-sample.ts'

/** What a person must know or decide once the columns are known: build, tumour column, odd files. */
export function sayHeader(part: ReadingPart, header: VcfHeader, choice: TumourChoice, line: number): void {
  const samples = part.samples.slice(0, 8).join(', ')
  if (header.fileformat === null) note(part, 'warning', 'no_fileformat', 'The first line does not say which VCF version this is. It was read as VCF 4; results are sound if the columns are.')
  if (part.genomeBuild === 'unknown') note(part, 'warning', 'genome_build_unknown', 'The file does not say which genome build its positions follow. State it at intake (GRCh37 or GRCh38); protein changes can be read without it.')
  if (header.legacyEffects && !header.annotation) note(part, 'warning', 'legacy_snpeff', 'The genes are annotated in the old EFF form of SnpEff, which is not read. Annotate again with a current SnpEff (ANN) or VEP.')
  if (choice.rule === 'duplicate_sample_name') note(part, 'error', 'duplicate_sample_name', `Two sample columns have the same name (${samples}), so tumour and normal cannot be told apart. Positions and genes were read, allele fractions were not. Ask the laboratory for a file with distinct sample names.`, { line })
  else if (choice.rule === 'sample_not_found') note(part, 'error', 'sample_not_found', `The chosen sample is not in this file. It holds: ${samples}.`, { line })
  else if (choice.rule === 'not_stated' || choice.rule === 'only_column_is_a_normal') note(part, 'warning', 'tumour_sample_unclear', `The file does not say which of its samples is the tumour (${samples}${part.samples.length > 8 ? ' …' : ''}). Choose the sample; until then no allele fraction is read.`, { line })
}
