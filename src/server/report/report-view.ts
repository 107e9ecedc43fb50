import type { SectionView } from '#src/contract/views/report-view.ts'
import { ReportContent } from '#src/domain/report/content.ts'
import { draftReport, withReferences } from '#src/domain/report/draft-report.ts'
import type { Finding } from '#src/domain/report/finding.ts'
import { lintReport } from '#src/domain/report/lint.ts'
import { intendedUse } from '#src/domain/report/intended-use.ts'
import { patientGrade } from '#src/domain/report/reading-grade.ts'
import type { ReportInput } from '#src/domain/report/report-input.ts'
import { canonicalJson } from '#src/server/record/canonical-json.ts'
import { sha256Hex } from '#src/server/record/sha-256.ts'
import { subjectOf } from './subject.ts'

/** A section's text as a named person took it over. `version` is that of the section in the case's state. */
export type AdoptedText = { markdown: string; byName: string; at: string; version: number }

export type ReportParts = {
  input: ReportInput
  adopted: Readonly<Record<string, AdoptedText>>
  revision: number
  demonstration: boolean
  /** Hash of the round's snapshot part and of the reviewed run's part, and the release that run was made with. */
  snapshot: string
  reviewedRun: string
  knowledge: { release: string; hash: string }
}

export type AssembledReport = {
  sections: SectionView[]
  lint: Finding[]
  /** Ids of text sections that nobody has adopted yet. */
  missing: string[]
  content: ReportContent
  contentBytes: Uint8Array
  contentHash: string
  /** Mean of two formulas over the patient's part; null when it has too few words to say. */
  readingGrade: number | null
}

/** The report as it stands: the machine's draft, replaced section by section by what a person adopted; blocks always from data. */
export async function reportDocument({ input, adopted, revision, demonstration, snapshot, reviewedRun, knowledge }: ReportParts): Promise<AssembledReport> {
  const draft = draftReport(input)
  const sections = withReferences(draft.map(({ id, title, part, kind, markdown }): SectionView => {
    const taken = kind === 'text' ? adopted[id] : undefined
    return {
      id, title, part, kind, markdown: (taken?.markdown ?? markdown).normalize('NFC'), state: kind === 'block' ? 'data' : taken ? 'adopted' : 'machine',
      adoptedBy: taken?.byName ?? null, adoptedAt: taken?.at ?? null, version: taken?.version ?? 0,
    }
  }), input)
  const content = ReportContent.parse(nfc({
    schema: 'consilium.report.v1', caseCode: input.caseCode, revision, demonstration, subject: subjectOf(input), question: input.question,
    sections: sections.map(({ id, title, part, kind, markdown, adoptedBy }) => ({ id, title, part, kind, markdown, adoptedBy })),
    snapshot, reviewedRun, knowledge, engine: input.run.engine, intendedUse, experts: input.experts,
  }))
  const contentBytes = canonicalContent(content)
  return {
    sections, lint: lintReport(sections, input), missing: sections.filter((s) => s.state === 'machine').map((s) => s.id),
    content, contentBytes, contentHash: await sha256Hex(contentBytes), readingGrade: patientGrade(sections, input),
  }
}

/** The bytes that both experts sign: RFC 8785. */
export const canonicalContent = (content: ReportContent): Uint8Array => new TextEncoder().encode(canonicalJson(content))

/** The same words typed on two machines are the same bytes. */
function nfc(value: unknown): unknown {
  if (typeof value === 'string') return value.normalize('NFC')
  if (Array.isArray(value)) return value.map(nfc)
  return value && typeof value === 'object' ? Object.fromEntries(Object.entries(value).map(([k, v]) => [k, nfc(v)])) : value
}
