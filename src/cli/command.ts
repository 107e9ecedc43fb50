/** One subcommand. `run` answers on standard output, says what is wrong on standard error, and returns the exit code. */
export type Command = {
  help: string
  run: (args: readonly string[]) => Promise<number>
}

/** What a script may rely on. */
export const exitCode = { done: 0, refused: 1, usage: 2, incomplete: 3 } as const

export function answer(text: string): void {
  process.stdout.write(text.endsWith('\n') ? text : `${text}\n`)
}

export function message(text: string): void {
  process.stderr.write(text.endsWith('\n') ? text : `${text}\n`)
}
