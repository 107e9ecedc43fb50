import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parseExpression } from '#src/knowledge/parse-expression.ts'
import { hasSharedData, sharedPath } from '#tests/support/shared-data.ts'

const tables = [['labels.tsv', 'biomarker', 780], ['classes.tsv', 'expression', 170]] as const

describe.runIf(hasSharedData('knowledge/curated', tables.length))('the curated tables', () => {
  it.each(tables)('%s: every %s can be read', (file, column, least) => {
    const path = sharedPath('knowledge/curated', file)
    const [header = '', ...lines] = readFileSync(path ?? '', 'utf8').trimEnd().split('\n')
    const at = header.split('\t').indexOf(column)
    const texts = lines.map((line) => line.split('\t')[at] ?? '').filter((text) => text !== '')
    expect(texts.length).toBeGreaterThanOrEqual(least)
    for (const text of texts) expect(parseExpression(text).op, text).not.toBe('')
  })
})
