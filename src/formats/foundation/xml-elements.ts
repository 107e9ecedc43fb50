/** The parsed XML of a report: members are elements, attributes begin with `@`. */
export type Element = Readonly<Record<string, unknown>>
const isElement = (value: unknown): value is Element => typeof value === 'object' && value !== null && !Array.isArray(value)

/** Elements of one name anywhere below, in document order. */
export function below(node: unknown, name: string, found: Element[] = []): Element[] {
  if (Array.isArray(node)) { for (const one of node) below(one, name, found); return found }
  if (!isElement(node)) return found
  for (const [key, value] of Object.entries(node)) {
    if (key === name) { for (const one of Array.isArray(value) ? value : [value]) if (isElement(one)) found.push(one) }
    else below(value, name, found)
  }
  return found
}

/** The five entities of XML itself; the parser's own entity handling is off, so that a file cannot define more. */
const plain = (text: string) => text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&apos;', "'").replaceAll('&amp;', '&')

export const attribute = (element: Element, name: string): string => { const value = element[`@${name}`]; return typeof value === 'string' ? plain(value).trim() : '' }
/** The text of a child element that holds nothing else. */
export const textIn = (element: Element | undefined, name: string): string => { const value = element?.[name]; return typeof value === 'string' ? plain(value).trim() : '' }
