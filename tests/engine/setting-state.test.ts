import { describe, expect, test } from 'vitest'
import { emptyIntake } from '#src/domain/intake.ts'
import type { Course, TreatmentLine } from '#src/domain/course.ts'
import { settingState } from '#src/engine/telling/setting-state.ts'
import { loadKnowledge } from '#src/knowledge/load-knowledge.ts'

const classOf = new Map([...loadKnowledge().therapies.values()].map((row) => [row.drug, row.class]))
const line = (drugs: string[], setting: TreatmentLine['setting'] = 'metastatic'): TreatmentLine =>
  ({ line: 1, setting, drugs, modality: 'systemic', from: null, to: null, bestResponse: 'not_stated', stopReason: 'not_stated', note: '' })
const course = (patch: Partial<Course>): Course => ({ ...emptyIntake.course, ...patch })
const state = (setting: string, patch: Partial<Course>, isSquamous: boolean | null = null) => settingState(setting, { course: course(patch), isSquamous, classOf })

describe('the setting of a label against a course', () => {
  test('an empty list of treatments is not "untreated"', () => {
    expect(state('first line', {}).state).toBe('unknown')
    expect(state('first line', { untreated: true })).toEqual({ state: 'met', because: ['no line for advanced disease so far'] })
  })
  test('adjuvant treatment is no line for advanced disease, but it is an exposure', () => {
    const lines = [line(['cisplatin', 'vinorelbine'], 'adjuvant')]
    expect(state('first line metastatic', { lines }).state).toBe('met')
    expect(state('after platinum', { lines }).state).toBe('met')
  })
  test('lines are counted against the least and the most', () => {
    const lines = [line(['carboplatin']), line(['topotecan'])]
    expect(state('after two or more lines', { lines }).state).toBe('met')
    expect(state('after four or more lines', { lines })).toEqual({ state: 'not_met', because: ['2 lines for advanced disease so far'] })
  })
  test('what is missing is named, and one condition that fails decides', () => {
    const lines = [line(['capecitabine', 'oxaliplatin'])]
    expect(state('after fluoropyrimidine, oxaliplatin and irinotecan', { lines })).toEqual({ state: 'not_met', because: ['irinotecan not among the earlier treatments'] })
  })
  test('words that no course can answer stay unknown, and are told', () => {
    expect(state('newly diagnosed, not fit for intensive therapy', { untreated: true })).toEqual({ state: 'unknown', because: ['not fit for intensive therapy'] })
  })
  test('stage, age and histology decide where they are known', () => {
    expect(state('adjuvant', { stage: 'IVB' }).state).toBe('not_met')
    expect(state('unresectable stage III after chemoradiation', { stage: 'IV' }).state).toBe('not_met')
    expect(state('unresectable or metastatic', { stage: 'IIIC' }).state).toBe('unknown')
    expect(state('adults', { ageYears: 15 }).state).toBe('not_met')
    expect(state('nonsquamous first line', { untreated: true }, true).state).toBe('not_met')
    expect(state('nonsquamous first line', { untreated: true }).state).toBe('unknown')
  })
  test('naive means never given, in whatever setting', () => {
    expect(state('BRAF-inhibitor naive', { lines: [line(['dabrafenib', 'trametinib'], 'adjuvant')] }).state).toBe('not_met')
    expect(state('BRAF-inhibitor naive', { lines: [line(['nivolumab'])] }).state).toBe('met')
  })
})
