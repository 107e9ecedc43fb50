import { expect, test } from 'vitest'
import { referencesBlock } from '#src/domain/report/references-block.ts'
import { cite, citedIn, sourceIds } from '#src/domain/report/source-ids.ts'

test.each([
  ['PMID:25184630', ['PMID:25184630']], ['PMID:29247016 (cancer hotspots)', ['PMID:29247016']], ['civic:EID447', ['civic:EID447']], ['recalled:PMID:28578312', ['recalled:PMID:28578312']],
  ['recalled:phase 1/2 of the drug', ['recalled:phase-1/2-of-the-drug']], ['read: Blood Adv 2024;8:2300', ['read:Blood-Adv-2024-8:2300']], ['US label; PROfound; PMID 32343890', ['label:US', 'trial:PROfound', 'PMID:32343890']],
  ['EU label; CheckMate 142', ['label:EU', 'trial:CheckMate-142']], ['US label', ['label:US']], ['WikiPathways WP4172,WP2261,WP5434', ['WikiPathways:WP4172']], ['PMC3713778', ['PMC:3713778']],
  ['doi:10.1038/s41586-022-04638-9', ['doi:10.1038/s41586-022-04638-9']], ['curated, no citation yet', []], ['bypass:EGFR+MET', []], ['coverage', []], ['us:olaparib:prad', []],
])('%s', (source, ids) => {
  expect(sourceIds(source)).toEqual(ids)
  expect(citedIn(`A claim${cite([source], 9)}.`)).toEqual(ids)
})

test.each([
  ['[PMID 12345]', ['PMID:12345']], ['[ISRCTN:12345678]', ['ISRCTN:12345678']], ['[OncoKB:12, PMID:3]', ['OncoKB:12', 'PMID:3']], ['[PMID:12345, page 3]', ['PMID:12345']], ['[see page 3]', []], ['[note: 3]', []], ['[once]', []],
])('a source that a person typed is kept: %s', (text, ids) => { expect(citedIn(`A claim ${text}.`)).toEqual(ids) })

test('a source that nobody knows is listed as it was written', () => {
  expect(referencesBlock(['Shown [ISRCTN:12345678] and [PMID:1].'], { 'PMID:1': 'A study of one thing' })).toBe([
    '| No. | Citation | Source |', '| --- | --- | --- |', '| 1 | ISRCTN:12345678; not a source of this release, printed as it was written | ISRCTN:12345678 |', '| 2 | A study of one thing | PMID:1 |',
  ].join('\n'))
})
