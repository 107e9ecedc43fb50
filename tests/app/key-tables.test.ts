import { globSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { caseKeys, everywhereKeys, neighbourKeys } from '#src/app/keys.ts'
import { places } from '#src/app/places.ts'
import { boardKeys } from '#src/features/board/board-keys.ts'
import { decisionKeys, rowKeys } from '#src/features/consensus/decision-keys.ts'
import { networkKeys } from '#src/features/network/network-keys.ts'
import { reviewKeys } from '#src/features/review/review-keys.ts'
import { therapyKeys } from '#src/features/therapies/therapy-keys.ts'
import { variantsKeys } from '#src/features/variants/variants-keys.ts'
import { worklistKeys } from '#src/features/worklist/worklist-keys.ts'
import type { KeyTable } from '#src/lib/key-table.ts'

/** What the table brings by itself (`src/ui/table/data-table.tsx`), and the palette. */
const ofTables: KeyTable = [{ keys: 'j', does: 'Next row' }, { keys: 'k', does: 'Previous row' }]
const everywhere: KeyTable = [...everywhereKeys, { keys: 'mod+k', does: 'Command palette' }]
const ofCase: KeyTable = [...everywhere, ...caseKeys, ...places]
  .map((row) => ({ keys: row.keys, does: 'does' in row ? row.does : row.name }))

/** The keys that work together on each screen. */
const screens: Record<string, KeyTable> = {
  worklist: [...everywhere, ...ofTables, ...worklistKeys], board: boardKeys, overview: [...ofCase, ...neighbourKeys], history: [...ofCase, ...neighbourKeys],
  variants: [...ofCase, ...neighbourKeys, ...ofTables, ...variantsKeys], network: [...ofCase, ...neighbourKeys, ...networkKeys], therapies: [...ofCase, ...neighbourKeys, ...therapyKeys],
  review: [...ofCase, ...neighbourKeys, ...reviewKeys], report: [...ofCase, ...neighbourKeys],
  // Here the brackets take a wording, and leave the case alone.
  comparison: [...ofCase, ...rowKeys, ...decisionKeys], consensus: [...ofCase, ...rowKeys, ...decisionKeys],
}

describe.each(Object.entries(screens))('%s', (_, table) => {
  test('no key is claimed twice', () => {
    const keys = table.map((row) => row.keys)
    expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([])
  })

  test('no single key swallows the beginning of a sequence', () => {
    const beginnings = new Set(table.filter((row) => row.keys.includes(' ') && row.keys !== ' ').map((row) => row.keys.split(' ')[0]))
    expect(table.filter((row) => beginnings.has(row.keys)).map((row) => row.keys)).toEqual([])
  })
})

test('every table of keys is looked at here', () => {
  const tables = globSync('src/**/*.ts').filter((path) => readFileSync(path, 'utf8').includes('satisfies KeyTable'))
  expect(tables.map((path) => path.split(/[/\\]/).at(-1)).toSorted()).toEqual(['board-keys.ts', 'decision-keys.ts', 'keys.ts', 'network-keys.ts', 'review-keys.ts', 'therapy-keys.ts', 'variants-keys.ts', 'worklist-keys.ts'])
})
