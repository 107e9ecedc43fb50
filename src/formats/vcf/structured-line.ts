/** What stands between the brackets of `##INFO=<ID=X,Number=1,Description="a, b">`, in its order. */
export type StructuredLine = {
  attributes: Map<string, string>
  /** Attributes whose value stands in quotes. */
  quoted: Set<string>
  /** What is not written as KEY=value, or null. */
  fault: string | null
}

/** Cuts a structured header line. Null when the angle brackets or quotes are not closed. Linear in the length. */
export function structuredLine(text: string): StructuredLine | null {
  if (!text.startsWith('<') || !text.endsWith('>')) return null
  const line: StructuredLine = { attributes: new Map(), quoted: new Set(), fault: null }
  const end = text.length - 1
  for (let at = 1; at < end;) {
    const equals = text.indexOf('=', at)
    if (equals < 0 || equals >= end) {
      line.fault ??= `"${text.slice(at, Math.min(end, at + 20))}" is no KEY=value`
      return line.attributes.size === 0 ? null : line
    }
    const key = text.slice(at, equals)
    if (key.includes(',') || key.includes('"')) line.fault ??= `"${key.slice(0, 20)}" is no KEY=value; a comma or quote stands where none may`
    const opens = text.charAt(equals + 1)
    if (opens === '"' || opens === '[') {
      const close = closing(text, equals + 2, end, opens === '"' ? '"' : ']')
      if (close < 0) return null
      line.attributes.set(key, text.slice(equals + 2, close))
      if (opens === '"') line.quoted.add(key)
      at = close + 1
      if (at < end && text.charAt(at) !== ',') line.fault ??= `behind the value of ${key.slice(0, 20)} stands text; a quote inside a text is written \\"`
      else at++
    } else {
      const comma = text.indexOf(',', equals)
      const stop = comma < 0 || comma > end ? end : comma
      line.attributes.set(key, text.slice(equals + 1, stop))
      at = stop + 1
    }
  }
  return line
}

function closing(text: string, from: number, end: number, mark: string): number {
  let at = from
  while (at < end && text.charAt(at) !== mark) at += text.charAt(at) === '\\' ? 2 : 1
  return at < end ? at : -1
}
