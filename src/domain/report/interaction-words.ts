import type { Interaction } from '../analysis.ts'
import { joinedAnd } from './markdown-text.ts'
import { named, type Labels } from './names.ts'

/**
 * An interplay as an oncologist would say it, without a full stop; the engine's own sentence where there are no words for its kind. The members are not
 * repeated: they head the line. Facts and paths only, no advice.
 */
export function interplayWords(i: Interaction, labels: Labels, sentence: string): string {
  const of = (name: string): string => {
    const value = i.params[name]
    return typeof value === 'string' ? named(labels, value) : ''
  }
  const target = of('target') || of('node')
  switch (i.rule) {
    case 'interaction.bypass':
      return target ? `the signal starts below ${target}, so blocking ${target} alone may leave it on` : sentence
    case 'interaction.release':
      return of('released') ? `blocking ${target} can release ${of('released')}, which may keep the signal on` : sentence
    case 'interaction.convergence': {
      const [ends, meeting] = meetingOf(i, labels)
      return meeting ? `${joinedAnd(ends)} ${ends.length === 2 ? 'both' : 'all'} lead to ${meeting}, so closing one road may leave the other open` : sentence
    }
    case 'interaction.acquired_resistance':
      return of('target') ? `reported to make blocking ${of('target')} fail, depending on the drug` : 'one is a target of therapy, the other is reported to make that therapy fail'
    case 'interaction.added_road':
      return of('other') ? `${of('other')} opens a second road beside ${target}, a reported way to resist blocking ${target} alone` : sentence
    case 'interaction.synthetic_lethality':
      return of('partner') ? `tumour cells with this change may depend on ${of('partner')}` : sentence
    case 'interaction.second_hit':
      return of('gene') ? `both copies of ${of('gene')} appear to be hit` : sentence
    case 'interaction.one_event':
      return of('locus') ? `neighbours on ${of('locus')}, most likely lost in one event` : sentence
    case 'interaction.modifies_evidence':
      return 'evidence on therapy is reported for these changes together and may not hold for one alone'
    case 'interaction.mutually_exclusive':
      return 'seldom seen together; the data want a second look (mixed sample, second tumour, artefact)'
    case 'interaction.same_pathway':
      return of('pathway') ? `they act in one pathway (${of('pathway')})` : sentence
    default:
      return sentence
  }
}

/** The genes that lead to one effector, and the effector. A path that comes back on itself (`PTEN, PIP3, AKT, PIP3, PIK3CA`) turns where it meets. */
function meetingOf(i: Interaction, labels: Labels): [ends: string[], meeting: string] {
  const { path } = i
  const first = path.findIndex((node, at) => path.indexOf(node, at + 1) > at)
  const last = first < 0 ? -1 : path.lastIndexOf(path[first] ?? '')
  const stated = typeof i.params['target'] === 'string' && path.includes(i.params['target']) ? i.params['target'] : typeof i.params['node'] === 'string' ? i.params['node'] : ''
  const meeting = first >= 0 ? (path[(first + last) / 2] ?? '') : stated
  const ends = i.memberGenes.length > 1 ? i.memberGenes : [path[0] ?? '', path.at(-1) ?? '']
  const others = [...new Set(ends)].filter((end) => end !== meeting && end !== '')
  return others.length > 1 && meeting !== '' ? [others.map((end) => named(labels, end)), named(labels, meeting)] : [[], '']
}
