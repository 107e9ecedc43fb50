import { describe, expect, test } from 'vitest'
import { decide, type Command } from '#src/domain/case/decide.ts'
import { evolve } from '#src/domain/case/evolve.ts'
import { stageOf, type CaseState } from '#src/domain/case/state.ts'
import { isRefused } from '#src/domain/refusal.ts'

const hash = (sign: string) => sign.repeat(64)
const takeIn: Command = {
  type: 'take_in', openGates: [],
  data: {
    code: 'C-00000', tumourType: 'LUAD', protocol: 'independent', demonstration: false, due: null, assigned: { genomic_expert: 'g', oncologist: 'o' }, coordinator: 'c',
    intake: hash('1'), profile: hash('2'), identity: hash('3'), files: [], gaps: [],
  },
  round: { round: 1, reason: 'first', snapshot: hash('4'), baseRun: hash('5'), knowledge: { release: 'r', hash: hash('6') }, date: '2026-11-23', asked: { alterationIds: [], interactionIds: [] } },
}

/** Plays commands as the people named in them; every one must be allowed. */
function after(...commands: Command[]): CaseState {
  const state = commands.reduce<CaseState | null>((before, command) => {
    const events = decide(before, command)
    if (isRefused(events)) throw new Error(`${command.type} was refused: ${events.refused}`)
    return events.reduce<CaseState | null>((s, event) => evolve(s, 'case', event, { version: (s?.version ?? 0) + 1, at: '2026-11-23T10:00:00Z', personId: 'personId' in command ? command.personId : 'c' }), before)
  }, null)
  if (!state) throw new Error('nothing was decided')
  return state
}
const refusalOf = (state: CaseState | null, command: Command) => {
  const result = decide(state, command)
  return isRefused(result) ? result.refused : 'allowed'
}

const commit = (personId: string): Command => ({ type: 'commit_opinion', personId, opinion: hash('a'), run: hash('b'), missing: [] })
const agree = (personId: string): Command => ({ type: 'agree_consensus', personId, openRows: 0, plan: hash('c'), run: hash('d') })
const sign = (personId: string, contentHash = hash('e')): Command => ({
  type: 'sign_report', personId, revision: 1, contentHash, expectedContentHash: contentHash, content: contentHash, statement: hash('f'), signature: hash('0'), meaning: 'authored', sectionsMissing: [], lint: [],
  credentialValid: true, seal: { revision: 1, manifest: hash('7'), seal: hash('8'), pdf: hash('9') },
})
const toReport = [takeIn, commit('g'), commit('o'), agree('g'), agree('o')]

describe('the life of a case', () => {
  test('both commitments reveal, both agreements close consensus, both signatures seal', () => {
    expect(after(takeIn, commit('g')).revealedAt).toBeNull()
    expect(stageOf(after(takeIn, commit('g'), commit('o')))).toBe('comparison')
    expect(stageOf(after(...toReport))).toBe('report')
    expect(stageOf(after(...toReport, sign('g')))).toBe('signing')
    expect(stageOf(after(...toReport, sign('g'), sign('o')))).toBe('released')
  })

  test.each<[string, CaseState | null, Command, string]>([
    ['taken in with an open gate', null, { ...takeIn, openGates: ['consent'] }, 'gates_open'],
    ['one person in both slots', null, { ...takeIn, data: { ...takeIn.data, assigned: { genomic_expert: 'g', oncologist: 'g' } } }, 'same_person_in_both_slots'],
    ['a stranger commits', after(takeIn), commit('x'), 'not_your_part'],
    ['an incomplete opinion', after(takeIn), { ...commit('g'), missing: ['plan'] } as Command, 'opinion_incomplete'],
    ['committed twice', after(takeIn, commit('g')), commit('g'), 'already_committed'],
    ['agreed before the reveal', after(takeIn, commit('g')), agree('g'), 'not_yet_revealed'],
    ['agreed with open rows', after(takeIn, commit('g'), commit('o')), { ...agree('g'), openRows: 1 } as Command, 'rows_open'],
    ['signed before consensus', after(takeIn, commit('g'), commit('o')), sign('g'), 'not_yet_agreed'],
    ['signed with a section that nobody adopted', after(...toReport), { ...sign('g'), sectionsMissing: ['answer'] } as Command, 'sections_not_adopted'],
    ['signed over a lint finding', after(...toReport), { ...sign('g'), lint: ['cure'] } as Command, 'report_not_clean'],
    ['signed an older text', after(...toReport), { ...sign('g'), expectedContentHash: hash('1') } as Command, 'stale_part'],
    ['signed with an expired credential', after(...toReport), { ...sign('g'), credentialValid: false } as Command, 'credential_not_valid'],
    ['signed twice', after(...toReport, sign('g')), sign('g'), 'already_signed'],
    ['the second signature over other bytes than the first', after(...toReport, sign('g')), sign('o', hash('2')), 'stale_part'],
    ['withdrawn without having signed', after(...toReport), { type: 'withdraw_signature', personId: 'g' }, 'not_signed'],
    ['signed with a blocking flag open', after(...toReport, { type: 'raise_flag', personId: 'c', flag: 'f1', text: hash('1'), length: 20, blocking: true }), sign('g'), 'flag_open'],
    ['a flag of nine characters', after(takeIn), { type: 'raise_flag', personId: 'c', flag: 'f1', text: hash('1'), length: 9, blocking: true }, 'reason_required'],
    ['a flag of ten characters', after(takeIn), { type: 'raise_flag', personId: 'c', flag: 'f1', text: hash('1'), length: 10, blocking: true }, 'allowed'],
  ])('%s: %4$s', (_, state, command, expected) => {
    expect(refusalOf(state, command)).toBe(expected)
  })

  test('once final, nothing of report, review or annotations can be changed', () => {
    const final = after(...toReport, sign('g'), sign('o'))
    const commands: Command[] = [
      commit('g'), agree('g'), sign('g'), { type: 'withdraw_signature', personId: 'g' },
      { type: 'adopt_section', personId: 'g', section: 'answer', text: hash('1'), version: 0, known: true },
      { type: 'decide_row', personId: 'g', row: 'r', outcome: 'agreed', decision: hash('1'), version: 0, known: true, hasReason: true },
      { type: 'annotate_interaction', personId: 'g', interactionId: 'i', verdict: 'dispute', note: hash('1'), run: hash('2'), version: 0, known: true },
      { type: 'judge_suggestion', personId: 'g', therapy: 't', verdict: 'agree', reasons: [], possibleHarm: false, note: null, version: 0, contradictsSelfOrHigh: false },
      { type: 'raise_flag', personId: 'g', flag: 'f', text: hash('1'), length: 30, blocking: true },
    ]
    expect(commands.map((command) => refusalOf(final, command))).toEqual(commands.map(() => 'already_final'))
  })

  test('a first signer may withdraw, and an edit after a signature opens the next revision', () => {
    const withdrawn = after(...toReport, sign('g'), { type: 'withdraw_signature', personId: 'g' })
    expect(stageOf(withdrawn)).toBe('report')
    const edited = after(...toReport, sign('g'), { type: 'adopt_section', personId: 'o', section: 'answer', text: hash('1'), version: 0, known: true })
    expect([edited.revision, stageOf(edited), refusalOf(edited, sign('o'))]).toEqual([2, 'report', 'stale_part'])
  })

  test('a new decision takes back both agreements', () => {
    const decide: Command = { type: 'decide_row', personId: 'o', row: 'r', outcome: 'agreed', decision: hash('1'), version: 0, known: true, hasReason: true }
    expect(after(takeIn, commit('g'), commit('o'), agree('g'), decide).agreed).toEqual({ genomic_expert: null, oncologist: null })
  })
})
