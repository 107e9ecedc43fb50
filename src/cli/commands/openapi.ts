import { parseArgs } from 'node:util'
import { openApi } from '#src/contract/openapi.ts'
import { engineVersion } from '#src/engine/analyse.ts'
import { answer, exitCode } from '../command.ts'
import type { Command } from '../command.ts'

const help = `usage: consilium openapi

The published contract: every operation of the HTTP API as an OpenAPI 3.1 document, JSON on standard output.

Exit: 0 done, 2 wrong usage.`

async function run(args: readonly string[]): Promise<number> {
  parseArgs({ args: [...args], options: {} })
  answer(JSON.stringify(openApi(engineVersion), null, 2))
  return exitCode.done
}

export const openapiCommand: Command = { help, run }
