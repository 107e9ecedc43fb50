/** What a report never says, and why. Word forms are matched whole, without case; the patient part has a stricter list. */
export type Forbidden = { pattern: RegExp; code: 'forbidden_wording' | 'dose_or_urgency' | 'survival_number'; why: string }

// Each pattern is linear: fixed words and bounded repeats only.
export const forbidden: readonly Forbidden[] = [
  { pattern: /\bcur(?:e|es|ed|able|ing|ative)\b/i, code: 'forbidden_wording', why: 'promises a cure' },
  { pattern: /\bwill (?:respond|benefit|work|help|shrink|stop)\b/i, code: 'forbidden_wording', why: 'promises an effect' },
  // NCI-MATCH in capitals is the name of a trial.
  { pattern: /\b[Mm]atch(?:es|ed|ing)?\b/, code: 'forbidden_wording', why: 'a drug is not a match; say what supports it' },
  { pattern: /\b(?:guaranteed?|certain to|sure to|proven to work|breakthrough|miracle)\b/i, code: 'forbidden_wording', why: 'promises an effect' },
  { pattern: /\b(?:must (?:be given|receive|start|take|get)|has to (?:be given|receive|start|take)|start(?: \w{1,30})? (?:immediately|at once|today|now)|give(?: \w{1,30})? (?:immediately|at once|today|now))\b/i, code: 'forbidden_wording', why: 'is an order; advise instead' },
  { pattern: /\b(?:urgent(?:ly)?|immediately|without delay|as soon as possible|asap|emergency)\b/i, code: 'dose_or_urgency', why: 'urgency is the treating team\'s to judge' },
  // Grams only with a space before them: "1g" is the first generation of a class of drugs.
  { pattern: /\b\d{1,5}(?:[.,]\d{1,3})?(?: ?(?:mg|µg|mcg|ml|iu)| g)(?:\/(?:m2|m²|kg|d|day|ml))?\b/i, code: 'dose_or_urgency', why: 'states a dose' },
  { pattern: /\b(?:once|twice|three times) (?:daily|a day|weekly|a week)\b/i, code: 'dose_or_urgency', why: 'states a dose' },
]

export const forbiddenToPatients: readonly Forbidden[] = [
  { pattern: /\b(?:surviv(?:al|e|ed|ing)|life expectancy|prognosis|(?:live|lived) (?:for )?(?:about )?\d{1,3}|median)\b/i, code: 'survival_number', why: 'the patient\'s sheet speaks of survival only when the treating doctor asks for it' },
  { pattern: /\b\d{1,3}(?:\.\d{1,2})? ?%|\b\d{1,3} ?per ?cent\b/i, code: 'survival_number', why: 'a bare per cent; say how many of 100 people, and of what' },
]
