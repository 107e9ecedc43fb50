import type { ReportContent } from '#src/domain/report/content.ts'

const partTitle = { front: '', clinical: 'Clinical detail', patient: 'For you, in plain words' } as const

/** The report as one Markdown text, from what was signed and nothing else. */
export function contentMarkdown(content: ReportContent): string {
  const { subject } = content
  const out = [
    `# Genomic second opinion ${content.caseCode}, revision ${content.revision}`,
    ...(content.demonstration ? ['**Demonstration. No real patient.**'] : []),
    [`Patient: ${subject.patient}`, `Tumour: ${subject.tumourType}`, `Specimen: ${subject.specimen}`, `Assay: ${subject.assay}`, `Asked by: ${subject.askedBy}`].map((line) => `- ${line}`).join('\n'),
  ]
  let part = 'front'
  for (const section of content.sections) {
    if (section.part !== part) out.push(`# ${partTitle[section.part]}`)
    part = section.part
    out.push(`## ${section.title}`, section.markdown)
  }
  out.push('## Intended use', content.intendedUse, `Knowledge ${content.knowledge.release}, engine ${content.engine}.`)
  return `${out.join('\n\n')}\n`
}
