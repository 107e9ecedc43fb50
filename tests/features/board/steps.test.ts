import { describe, expect, it } from 'vitest'
import type { BoardView } from '#src/contract/views/board-view.ts'
import { blocksOf, isLockedStep, reveal, stepBy, stepIds } from '#src/features/board/steps.ts'

const therapy = { name: 'osimertinib', band: 'HIGH' as const, level: 'A' as const, for: [], against: [] }
const view = (opened: boolean): BoardView => ({
  code: 'C-1', tumour: 'Lung adenocarcinoma', sex: 'female', ageBand: '60 to 69', question: 'Which next line?', reason: 'resistant_disease', course: [], drivers: [], interactions: [], biomarkers: [],
  opened, therapies: opened ? [therapy, { ...therapy, name: 'amivantamab' }] : [], disagreements: [], decisions: [], knowledge: '2026.11', startedAt: '', expiresAt: '',
})

describe('steps of the wall', () => {
  it('locks the last three until both have committed', () => {
    expect(stepIds.filter((step) => isLockedStep(step, view(false)))).toEqual(['therapies', 'disagreement', 'decision'])
    expect(stepIds.filter((step) => isLockedStep(step, view(true)))).toEqual([])
  })

  it('space shows each therapy before the next step, and a locked step is one block', () => {
    const at = stepIds.indexOf('therapies')
    expect(reveal({ step: at, block: 0 }, view(true))).toEqual({ step: at, block: 1 })
    expect(reveal({ step: at, block: 1 }, view(true))).toEqual({ step: at + 1, block: 0 })
    expect(blocksOf('therapies', view(false))).toBe(1)
  })

  it('stays on the wall at both ends', () => {
    expect(stepBy({ step: 0, block: 0 }, -1)).toEqual({ step: 0, block: 0 })
    const end = { step: stepIds.length - 1, block: 0 }
    expect(stepBy(end, 1)).toEqual(end)
    expect(reveal(end, view(true))).toEqual(end)
  })
})
