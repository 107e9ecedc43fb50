import type { TherapyCard } from '#src/contract/views/therapies-view.ts'
import type { Contribution, Remark } from '#src/domain/analysis.ts'
import type { Argument } from '#src/ui/parts/for-against.tsx'
import { Icon } from '#src/ui/parts/icon.tsx'
import { LevelLetter } from '#src/ui/parts/level-letter.tsx'
import { pointsText } from './therapy-words.ts'

type Part = Contribution & { because: string }
type Said = Remark & { because: string }

const closeness = (match: unknown) => (match === 'exact' ? 'exact' : match === 'codon' || match === 'domain' ? 'near' : 'gene')
const isSame = (match: unknown) => match === undefined || match === 'same' || match === 'agnostic' || match === 'broader'

function Mark({ rule, params }: { rule: string; params: Part['params'] }) {
  const level = params['level']
  if (typeof level === 'string') return <LevelLetter level={level} closeness={closeness(params['variantMatch'])} isSameTumour={isSame(params['tumourMatch'])} />
  if (rule === 'prior.histology' || rule.startsWith('course') || rule.startsWith('feasibility')) return <Icon name="user" />
  return <span className="small q plain">{rule.startsWith('label') ? 'label' : 'path'}</span>
}

const ofPart = (part: Part, index: number): Argument => ({
  id: `${index} ${part.because}`, mark: <Mark rule={part.rule} params={part.params} />, text: part.because, source: `${pointsText(part.points)} points · ${part.source}`,
})
const ofRemark = (remark: Said, index: number): Argument => ({
  id: `said ${index} ${remark.because}`, mark: <Mark rule={remark.rule} params={remark.params} />, text: remark.because, source: remark.source ? `no points · ${remark.source}` : 'no points',
})

/** Steps of the arithmetic: they stand in the score bars and argue neither way. */
export const arithmetic = new Set(['limit.diminishing', 'limit.mechanism_cap', 'limit.bounds'])

/** What gave points stands for; what took points or is said against stands against. */
export function argumentsOf(card: TherapyCard): { supporting: Argument[]; opposing: Argument[] } {
  return {
    supporting: card.contributions.filter((part) => part.points > 0 && !arithmetic.has(part.rule)).map(ofPart),
    opposing: [...card.contributions.filter((part) => part.points < 0 && !arithmetic.has(part.rule)).map(ofPart), ...card.against.map(ofRemark)],
  }
}
