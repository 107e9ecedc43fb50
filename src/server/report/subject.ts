import type { ReportContent } from '#src/domain/report/content.ts'
import type { ReportInput } from '#src/domain/report/report-input.ts'

/** The lines of the report's head, from the intake. What is unknown is said in words. */
export function subjectOf({ patient, tumourType, specimen, assay, askedBy, profile }: ReportInput): ReportContent['subject'] {
  const coverage = profile.coverage.kind === 'genes' ? `${profile.coverage.genes.length} genes` : profile.coverage.kind === 'all' ? 'all genes' : 'covered genes not stated'
  const pairing = assay.tumourOnly === null ? 'pairing not stated' : assay.tumourOnly ? 'tumour only' : 'tumour and normal'
  return {
    patient: [patient.pseudonym || 'not named', patient.sex === 'unknown' ? null : patient.sex, patient.birthYear ? `born ${patient.birthYear}` : null].filter(Boolean).join(', '),
    tumourType: `${tumourType.name} (${tumourType.code})`,
    specimen: [specimen.site || 'site not stated', specimen.kind === 'unknown' ? null : specimen.kind, specimen.collected ?? 'date not stated'].filter(Boolean).join(', '),
    assay: [assay.name || 'assay not named', coverage, pairing].join(', '),
    askedBy: askedBy || 'not stated',
  }
}
