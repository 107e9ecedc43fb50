import { XMLValidator } from 'fast-xml-parser'

/** Where an XML text breaks off its own rules, or null. Used for files that are not read too: a broken export should be noticed by whoever dropped it. */
export function xmlFault(whole: string): { line: number; message: string } | null {
  const verdict = XMLValidator.validate(whole, { allowBooleanAttributes: false })
  return verdict === true ? null : { line: verdict.err.line, message: `The XML is broken at line ${verdict.err.line}: ${verdict.err.msg.slice(0, 120)} Export the report again.` }
}
