import { describe, expect, test } from 'vitest'
import type { PreviewView } from '#src/contract/views/intake-view.ts'
import { awaitsFiles, hasNothingToCheck, recordsState } from '#src/features/intake/records/records-state.ts'

const preview = (...states: PreviewView['uploads'][number]['state'][]): PreviewView => ({
  uploads: states.map((state, at) => ({ id: String(at), name: `${at}.maf`, state, bytesRead: 0, bytes: 1, problems: [], file: null })),
  genomeBuild: 'unknown', samples: [], tumourSamples: [], tumourSampleRule: '', records: 0, listed: {}, alterations: [], alterationsTotal: 0, biomarkers: [], notTested: 0, tables: [], problems: [], problemsTotal: 0, gates: [],
  stated: [], identity: [], suggestions: [], reportLines: [], ambiguousGenes: [], sources: {},
})
const sending = (failed: string | null) => ({ id: 1, file: new File([], 'a.maf'), sent: 0, perSecond: null, failed })

describe('what can be said of the files', () => {
  test.each([
    ['the host has not answered', recordsState(null, []), 'waiting'], ['no file', recordsState(preview(), []), 'none'], ['one is on its way', recordsState(preview(), [sending(null)]), 'waiting'],
    ['one is being read', recordsState(preview('read', 'reading'), []), 'waiting'], ['all are read', recordsState(preview('read', 'failed'), []), 'read'], ['one did not arrive', recordsState(preview('read'), [sending('broken')]), 'read'],
  ])('%s', (_, state, expected) => expect(state).toBe(expected))

  test('a gate that files answer never looks passed while they are awaited, nor where there is none', () => {
    expect(['records', 'patient_match', 'findings', 'consent'].map((gate) => awaitsFiles(gate, 'waiting'))).toEqual([true, true, true, false])
    expect(['records', 'patient_match', 'findings', 'consent'].map((gate) => hasNothingToCheck(gate, 'none'))).toEqual([true, true, false, false])
    expect(awaitsFiles('records', 'read') || hasNothingToCheck('records', 'read')).toBe(false)
  })
})
