import { expect, test } from 'vitest'
import { readingGrade, syllablesOf } from '#src/domain/report/reading-grade.ts'

test.each([['gene', 1], ['tumour', 2], ['doctor', 2], ['treatment', 2], ['table', 2], ['changed', 1], ['medicine', 3], ['immunohistochemistry', 7], ['the', 1]])('%s has %i syllables', (word, count) => {
  expect(Math.abs(syllablesOf(word) - count)).toBeLessThanOrEqual(word.length > 12 ? 1 : 0)
})

// Kincaid's formula by hand: 40 words in 5 sentences of 8 words, every word of one syllable and three letters.
test('both formulas as published', () => {
  const grade = readingGrade(Array.from({ length: 5 }, () => 'the cat and the dog ran and sat.').join(' '))
  expect(grade?.fleschKincaid).toBeCloseTo(0.39 * 8 + 11.8 * 1 - 15.59, 1)
  expect(grade?.colemanLiau).toBeCloseTo(0.0588 * 300 - 0.296 * (5 / 40) * 100 - 15.8, 1)
})

test('too few words give no grade, headings count for nothing', () => {
  expect(readingGrade('Short text.')).toBeNull()
  const text = 'We looked at the test of your tumour with care and found two changes that may matter. Your doctor can go through them with you. You choose together what comes next.'
  expect(readingGrade(`### A heading\n\n${text}`)).toEqual(readingGrade(text))
})

test('names that cannot be said more simply do not raise the grade', () => {
  const text = 'Amivantamab and pemetrexed may be a choice for you. These drugs are in use for tumours like yours. Your own doctor knows you best. You choose together what comes next. Please talk with your doctor first.'
  expect(readingGrade(text, new Set(['amivantamab', 'pemetrexed']))?.mean ?? 99).toBeLessThan(readingGrade(text)?.mean ?? 0)
})
