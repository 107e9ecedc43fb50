/** Attributes of `##INFO=<ID=X,Number=1,Description="a, b">`. Null when the angle brackets or quotes are not closed. Linear in the length. */
export function structuredAttributes(text: string): Map<string, string> | null {
  if (!text.startsWith('<') || !text.endsWith('>')) return null
  const attributes = new Map<string, string>()
  const end = text.length - 1
  let at = 1
  while (at < end) {
    const equals = text.indexOf('=', at)
    if (equals < 0 || equals >= end) return attributes.size === 0 ? null : attributes
    const key = text.slice(at, equals)
    if (text.charAt(equals + 1) === '"') {
      let close = equals + 2
      while (close < end && text.charAt(close) !== '"') close += text.charAt(close) === '\\' ? 2 : 1
      if (close >= end) return null
      attributes.set(key, text.slice(equals + 2, close))
      at = close + 1
      if (text.charAt(at) === ',') at++
    } else {
      const comma = text.indexOf(',', equals)
      const stop = comma < 0 || comma > end ? end : comma
      attributes.set(key, text.slice(equals + 1, stop))
      at = stop + 1
    }
  }
  return attributes
}
