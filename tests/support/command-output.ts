import type { Command } from '#src/cli/command.ts'

/** Runs a command in this process and gives what it answered, what it said on standard error, and its exit code. */
export async function outputOf(command: Command, args: readonly string[]): Promise<{ code: number; out: string; err: string }> {
  const written = { out: '', err: '' }
  const real = { out: process.stdout.write.bind(process.stdout), err: process.stderr.write.bind(process.stderr) }
  // Both streams write text here; the callbacks and encodings that the type also allows are not used by our commands.
  process.stdout.write = ((text: string) => { written.out += text; return true }) as typeof process.stdout.write
  process.stderr.write = ((text: string) => { written.err += text; return true }) as typeof process.stderr.write
  try { return { code: await command.run(args), ...written } } finally { process.stdout.write = real.out; process.stderr.write = real.err }
}
