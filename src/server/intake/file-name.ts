/** The name a person gave the file, without its folder; only ever shown back to them. It travels in a header, for addresses end up in logs. */
export function fileNameOf(request: Request): string {
  const said = request.headers.get('x-file-name') ?? ''
  const name = /%[0-9A-Fa-f]{2}/.test(said) ? safelyDecoded(said) : said
  return name.split(/[\\/]/).at(-1)?.slice(0, 300) || 'unnamed file'
}

function safelyDecoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text // not URI-encoded after all: the name as it came
  }
}
