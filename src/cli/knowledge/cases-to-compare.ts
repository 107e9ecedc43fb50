import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { noOverrides } from '#src/domain/analysis.ts'
import type { Knowledge } from '#src/knowledge/knowledge.ts'
import { roundInputOf } from '#src/server/case/case-parts.ts'
import { stateOf } from '#src/server/case/act.ts'
import { openHome } from '#src/server/main/open-home.ts'
import { typedInput } from '../typed-input.ts'
import type { Settings } from '../typed-input.ts'
import type { CaseToCompare } from './moved-bands.ts'

export type CasesToCompare = { cases: CaseToCompare[]; problems: string[] }

/** Typed profiles of files: a JSON list, or a line each, of `{"id", "tumourType" or "tumour", "profile", "covered"?}`. What cannot be read is said and left out. */
export async function casesInFiles(paths: readonly string[], settings: Settings, knowledge: Knowledge): Promise<CasesToCompare> {
  const out: CasesToCompare = { cases: [], problems: [] }
  for (const path of paths) {
    for (const [at, one] of itemsOf(await readFile(path, 'utf8')).entries()) {
      const item: Record<string, unknown> = Object.fromEntries(Object.entries(Object(one)))
      const [id, tumourType, profile] = [item['id'] ?? at + 1, item['tumourType'] ?? item['tumour'], item['profile']]
      const place = `${basename(path)}, ${String(id)}`
      if (typeof tumourType !== 'string' || typeof profile !== 'string' || !knowledge.tumours.has(tumourType)) { out.problems.push(`${place}: no profile with an OncoTree code`); continue }
      // what a golden profile does not name was looked at and not found
      const { input, problems } = typedInput({ tumourType, profile, covered: item['covered'] ?? 'all' }, settings, knowledge)
      out.problems.push(...problems.map((problem) => `${place}: ${problem.message}`))
      out.cases.push({ case: String(id), input })
    }
  }
  return out
}

function itemsOf(text: string): unknown[] {
  const whole = parsed(text)
  if (Array.isArray(whole)) return whole
  return whole === undefined ? text.split('\n').filter((line) => line.trim() !== '').map(parsed) : [whole]
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** The cases of a server as their newest round was read, without anybody's annotations; erased ones have nothing left to read. Null where there is no database. */
export async function casesOfServer(data: string, database: string | null): Promise<CasesToCompare | null> {
  if (database === null && !existsSync(join(data, 'consilium.sqlite'))) return null
  const home = await openHome({ data, database })
  try {
    const out: CasesToCompare = { cases: [], problems: [] }
    for (const head of await home.store.heads()) {
      const state = stateOf(head)
      if (state.erasedAt) { out.problems.push(`${state.code}: erased`); continue }
      out.cases.push({ case: state.code, input: { ...(await roundInputOf(home, state)), mode: 'clinical', overrides: noOverrides } })
    }
    return out
  } finally {
    await home.store.close()
  }
}
