/** Why an expression cannot be read, and where (0-based offset into the text). */
export type ExpressionError = Error & { readonly position: number }

export function expressionError(message: string, position: number): ExpressionError {
  return Object.assign(new Error(`${message} (at ${position})`), { name: 'ExpressionError', position })
}
