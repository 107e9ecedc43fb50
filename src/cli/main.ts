import { answer, exitCode, message } from './command.ts'
import type { Command } from './command.ts'

type Entry = { summary: string; load: () => Promise<Command> }

/** Each command is loaded only when it is called: `verify` on a laptop starts no server. */
const commands: Readonly<Record<string, Entry>> = {
  analyse: { summary: 'reason about a typed profile or about files', load: async () => (await import('./commands/analyse.ts')).analyse },
  import: { summary: 'read records and print what they hold', load: async () => (await import('./commands/import.ts')).importCommand },
  study: { summary: 'a whole cBioPortal study, sample by sample or as cohort figures', load: async () => (await import('./commands/study.ts')).studyCommand },
  serve: { summary: 'the product: API and app on one port', load: async () => (await import('./commands/serve.ts')).serveCommand },
  accounts: { summary: 'people of a server: list, add, disable', load: async () => (await import('./commands/accounts.ts')).accountsCommand },
  knowledge: { summary: 'knowledge releases: list, show, verify, compare, import', load: async () => (await import('./commands/knowledge.ts')).knowledgeCommand },
  openapi: { summary: 'the published contract of the HTTP API', load: async () => (await import('./commands/openapi.ts')).openapiCommand },
  verify: { summary: 'a signed report, offline', load: async () => (await import('./commands/verify.ts')).verifyCommand },
  backup: { summary: 'everything into one file, checked', load: async () => (await import('./commands/backup.ts')).backupCommand },
  restore: { summary: 'a backup into an empty home, checked', load: async () => (await import('./commands/restore.ts')).restoreCommand },
}

function help(): string {
  const width = Math.max(0, ...Object.keys(commands).map((name) => name.length))
  const lines = Object.entries(commands).map(([name, entry]) => `  ${name.padEnd(width)}  ${entry.summary}`)
  return ['usage: consilium COMMAND [options]', '', ...lines, '', 'consilium COMMAND --help tells more. Exit: 0 done, 1 refused or invalid, 2 wrong usage, 3 incomplete or signer unknown.'].join('\n')
}

/** `util.parseArgs` throws errors of this kind for options it does not know. */
function isUsageError(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && error.code.startsWith('ERR_PARSE_ARGS')
}

async function main(args: readonly string[]): Promise<number> {
  const [name, ...rest] = args
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') { answer(help()); return name === undefined ? exitCode.usage : exitCode.done }
  const entry = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (!entry) { message(`There is no command "${name}".\n\n${help()}`); return exitCode.usage }
  const command = await entry.load()
  if (rest.includes('--help') || rest.includes('-h')) { answer(command.help); return exitCode.done }
  try { return await command.run(rest) } catch (error) {
    if (!isUsageError(error)) throw error
    message(`${error.message}\n\n${command.help}`)
    return exitCode.usage
  }
}

// A reader such as `head` may close the pipe early; that is its right, not a failure.
process.stdout.on('error', (error) => { if (!('code' in error && error.code === 'EPIPE')) throw error })
process.exitCode = await main(process.argv.slice(2))
