import type { CaseView } from '#src/contract/views/case-view.ts'
import type { ReportView } from '#src/contract/views/report-view.ts'

export type Hindrance = { id: 'sections' | 'checks' | 'flags'; isOpen: boolean; text: string }

const count = (number: number, one: string, many: string) => `${number} ${number === 1 ? one : many}`

/** What must be done before anybody signs, open or done, in the order in which it is done. The server refuses on the same grounds, after the password. */
export function hindrancesOf(caseView: CaseView, report: ReportView): Hindrance[] {
  const waiting = report.sections.filter((section) => section.state === 'machine').length
  const stops = report.lint.filter((finding) => finding.blocking).length
  const blocking = caseView.flags.filter((flag) => flag.resolved === null && flag.blocking).length
  return [
    { id: 'sections', isOpen: waiting > 0, text: waiting === 0 ? 'Every section is adopted by a named person' : `${count(waiting, 'section is', 'sections are')} still the machine’s words` },
    { id: 'checks', isOpen: stops > 0, text: stops === 0 ? 'No check stops signing' : `${count(stops, 'check stops', 'checks stop')} signing` },
    { id: 'flags', isOpen: blocking > 0, text: blocking === 0 ? 'No open blocking flag' : `${count(blocking, 'blocking flag is', 'blocking flags are')} open` },
  ]
}
