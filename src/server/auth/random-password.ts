/** 20 of 32 signs that nobody mistakes for another, in groups of five: 100 bits, and a person can type it. */
export function randomPassword(): string {
  const signs = 'abcdefghjkmnpqrstuvwxyz23456789W'
  const drawn = Array.from(crypto.getRandomValues(new Uint8Array(20)), (byte) => signs[byte % signs.length] ?? '')
  return [0, 5, 10, 15].map((start) => drawn.slice(start, start + 5).join('')).join('-')
}
