import { describe, expect, test } from 'vitest'
import { readSetting } from '#src/knowledge/label-setting.ts'
import { loadKnowledge } from '#src/knowledge/load-knowledge.ts'

const kinds = (setting: string) => readSetting(setting).map((one) => one.kind)

describe('the setting of a label row', () => {
  test('is read as conditions that all have to hold', () => {
    expect(readSetting('first line metastatic')).toEqual([{ kind: 'lines', least: 0, most: 0 }])
    expect(readSetting('platinum resistant, one to three prior lines')).toMatchObject([{ kind: 'after', anyOf: [{ what: 'platinum' }] }, { kind: 'stated' }, { kind: 'lines', least: 1, most: 3 }])
    expect(readSetting('first line, age 12 years and older')).toEqual([{ kind: 'lines', least: 0, most: 0 }, { kind: 'age', least: 12, most: null }])
    expect(kinds('unresectable or metastatic, BRAF-inhibitor naive')).toEqual(['stage', 'naive'])
  })
  test('`and` asks for each treatment, `or` for one of them', () => {
    expect(readSetting('after fluoropyrimidine, oxaliplatin and irinotecan')).toMatchObject([
      { anyOf: [{ what: 'a fluoropyrimidine' }] }, { anyOf: [{ what: 'oxaliplatin' }] }, { anyOf: [{ what: 'irinotecan' }] },
    ])
    expect(readSetting('after fluoropyrimidine or platinum')).toMatchObject([{ kind: 'after', anyOf: [{ what: 'platinum' }, { what: 'a fluoropyrimidine' }] }])
  })
  test('whole settings joined by `or`, conditions and unknown words are kept as stated, never read in part', () => {
    for (const setting of ['first line, or T790M positive', 'after prior therapy or no alternative', 'adjuvant or metastatic', 'postmenopausal', 'after PD-1 antibody and, if BRAF V600 mutant, a BRAF inhibitor']) {
      expect(readSetting(setting), setting).toEqual([{ kind: 'stated', what: setting }])
    }
    expect(readSetting('treat when the moon is full')).toEqual([{ kind: 'stated', what: 'treat when the moon is full' }])
  })
  test('of our label rows at least six in ten are read in full', () => {
    const { labels } = loadKnowledge()
    const whole = labels.filter(({ row }) => !readSetting(row.setting).some((one) => one.kind === 'stated'))
    expect(whole.length / labels.length).toBeGreaterThan(0.6)
  })
  test('every class that an exposure names is one of the release', () => {
    const { labels, classes } = loadKnowledge()
    for (const { row } of labels) {
      for (const one of readSetting(row.setting)) {
        const exposures = one.kind === 'after' ? one.anyOf : one.kind === 'naive' ? [one.exposure] : []
        for (const { classes: named } of exposures) for (const name of named) expect(classes.has(name), `class ${name}`).toBe(true)
      }
    }
  })
})
