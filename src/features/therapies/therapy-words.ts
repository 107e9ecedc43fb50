import type { TherapyCard } from '#src/contract/views/therapies-view.ts'
import type { Band, LabelFact, LabelState } from '#src/domain/analysis.ts'
import type { SuggestionVerdict } from '#src/domain/case/events.ts'

/** Development codes are written in capitals, generic names never: `azd3470` is AZD3470, `bi 1701963` is BI 1701963. */
export const drugName = (drug: string) => (/^[a-z]{2,4}[- ]?\d{3,8}[a-z]?$/.test(drug) ? drug.toUpperCase() : drug)
/** A regimen key as people write it: `docetaxel+trastuzumab` is docetaxel + trastuzumab. */
export const regimenText = (key: string) => key.split('+').map((drug) => drugName(drug.trim())).join(' + ')

export const therapyName = (drugs: readonly string[]) => {
  const name = drugs.map(drugName).join(' + ')
  return name.charAt(0).toUpperCase() + name.slice(1)
}
export const pointsText = (points: number) => points.toLocaleString('en-GB').replace('-', '−')

export const bandWords: Record<Band, string> = { HIGH: 'high', MODERATE: 'moderate', WEAK: 'weak', NONE: 'no support', LOW: 'low: evidence against' }
export const labelStateWords: Record<LabelState, string> = {
  this_tumour: 'in label, this tumour', other_tumour: 'in label, other tumour only', investigational: 'no label, investigational', withdrawn: 'label withdrawn',
}
export const verdictWords: Record<SuggestionVerdict, string> = { agree: 'agree', agree_with_change: 'agree with change', reject: 'reject', not_assessable: 'not assessable' }

const labelDate = (label: LabelFact) => (label.state === 'withdrawn' ? (label.to ?? 'date not stated') : (label.from ?? 'date not stated'))
const labelWord: Record<LabelFact['state'], string> = { approved: 'label', withdrawn: 'withdrawn', investigational: 'investigational' }

/** `US label 2024-09, lung adenocarcinoma, second line`. */
export const labelText = (label: LabelFact) =>
  [`${label.jurisdiction} ${labelWord[label.state]} ${labelDate(label)}`, label.tumour, label.biomarker, label.setting].filter(Boolean).join(', ')

export const scaleChips = (card: TherapyCard) => [card.amp ? `AMP ${card.amp}` : null, card.escat ? `ESCAT ${card.escat}` : null].filter((chip) => chip !== null)
