/** A command's own id: a repeat of the same command does nothing twice. Make one per act of a person, and keep it for retries of that act. */
export function newCommandId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return `c-${[...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`
}
