/** Whether a sentence puts a drug forward. Read clause by clause: what negates a recommendation stands in its own clause, and a drug may be named only as what came before. */

const advice = String.raw`(?:worth considering|recommend(?:s|ed|ing|ation)?|suggest(?:s|ed|ing)?|advis(?:e|es|ed|able|ing)|consider|(?:is|are|be) considered|prefer(?:red|s|able)?|may be (?:a|an|another) (?:choice|option)|may help|option of choice|good (?:choice|option)|should (?:be given|receive|get|be treated)|is indicated|favou?rs?)`
const advices = new RegExp(String.raw`\b${advice}\b`, 'gi')
export const recommends = new RegExp(String.raw`\b${advice}\b`, 'i')

// Each pattern is linear: fixed words, and repeats that are bounded and cannot overlap a separator.
const word = String.raw`[\p{L}\p{N}'’-]+`
const not = String.raw`(?:not|never|no longer|hardly|scarcely|barely|cannot|can't|(?:do|does|is|are|was|were|would|should|could|did)n['’]t)(?! (?:only|least|just|merely)\b)`
const beforeAdvice = [
  new RegExp(String.raw`\b${not}(?: ${word}){0,4} $`, 'iu'), new RegExp(String.raw`\b${not} (?:think|believe|find|see|hold|feel|agree)\b[^;]{0,140}$`, 'iu'), /\b(?:neither|nor|none of)\b[^,;]{0,80}$/i, /\bno (?:reason|case|evidence|basis|support|grounds?|benefit|role|indication|expert|one|need)\b[^,;]{0,60}$/i, /\b(?:nobody|nothing)\b[^,;]{0,40}$/i,
  /\b(?:(?:too \w{1,20}|wrong|premature|unwise|inappropriate|a mistake) to|hesitates? to|reluctant to|unwilling to|hard to|difficult to|refrain(?:s|ed)? from|far from|stops? short of|unable to|declined? to|instead of|rather than)(?: be)? $/i, /\b(?:ill|un)-?$/i,
]
const afterAdvice = [new RegExp(String.raw`^(?: ${word}){0,3} against\b`, 'iu'), new RegExp(String.raw`^:? ?(?:${word} ){0,3}(?:not|avoid(?:ing)?|omit(?:ting)?|withhold(?:ing)?|stop(?:ping)?|leav(?:e|ing)|refrain(?:ing)?|discontinu(?:e|ing))(?! (?:only|least|just|merely)\b)\b`, 'iu')]
const rejected = /\b(?:rejected|declined|ruled out|contraindicated|excluded|discouraged|unsuitable|inadvisable|dropped|decided against|(?:left|set|leave) (?:it |them |this )?aside|against (?:it|them|this|its use)|no (?:place|role|reason|case|basis))\b/i

/** Where a clause ends: what follows has its own subject and its own negation. */
const clauseEnd = /[;]|,? (?:but|however|whereas|while|although|though|yet|because|since|where|when|if|unless) |, (?:and|so|then) (?=[^;,]{0,80}\b(?:is|are|was|were|has|have|may|can|cannot|should|would|does|do|did|we|it|they)\b)/i
const pronoun = /^(?:it|this|that|they|these|both|which)\b/i

const filler = String.raw`(?:(?:the|a|an|any|first|second|start(?:ing)?|begin(?:ning)?|cycle|dose|course|of|on|with|to|under|treatment|therapy|failure|progression|resistance|intolerance|use|using|giving|adding|earlier|prior|previous|another|more) |${word}(?:,| and| or| with| \+) )`
const cameBefore = new RegExp(String.raw`\b(?:before|prior to|ahead of|after|following|since|despite|failure (?:of|on)|failed|progress(?:ion|ed|ing) (?:on|under|with|through)|(?:grown|while|already|patients?|people|those) (?:on|under)|during|resistan(?:t|ce) to|refractory to|intoleran(?:t|ce) (?:of|to)|exposure to|allergy to|instead of|rather than|in place of|other than|except|without|over|decides? (?:on|about)|(?:tests?|testing|assay|marker|eligib\w{1,8}) (?:for|of)) ${filler}{0,5}$`, 'iu')
const itsTest = /^ (?:(?:companion|eligibility|resistance|drug|serum|22C3) )?(?:tests?|testing|assay|eligibility|levels?|failure|exposure|resistance|intolerance|toxicity)\b/i
const preferredTo = new RegExp(String.raw`\bprefer(?:s|red)? (?:${word} |\+ ){1,6}to $`, 'iu')

/** Places at which a drug is named as something that may be advised: not as what came before, and not as part of a test's name. */
function namedAt(clause: string, drug: string): boolean {
  const [where, what] = [clause.toLowerCase(), drug.toLowerCase()]
  for (let at = where.indexOf(what); at >= 0; at = where.indexOf(what, at + 1)) {
    const [before, after] = [clause.slice(0, at), clause.slice(at + what.length)]
    if (/[\p{L}\p{N}]$/u.test(before) || /^[\p{L}\p{N}]/u.test(after)) continue
    const near = before.slice(-160)
    if (!cameBefore.test(near) && !preferredTo.test(near) && !itsTest.test(after)) return true
  }
  return false
}

/** One recommendation of the clause that nothing in it takes back. */
const advisesSomething = (clause: string): boolean => !rejected.test(clause) && [...clause.matchAll(advices)].some((found) => {
  const [before, after] = [clause.slice(Math.max(0, found.index - 160), found.index), clause.slice(found.index + found[0].length)]
  return !beforeAdvice.some((p) => p.test(before)) && !afterAdvice.some((p) => p.test(after))
})

/**
 * True where a clause of the sentence advises and names every drug given as what it advises. `We do not recommend X`, `X is not advised`,
 * `we advise against X`, `Y after failure of X` and `a test before X` do not put X forward; `X is advised, not least for Y` does.
 */
export function putsForward(sentence: string, drugs: readonly string[]): boolean {
  let earlier = ''
  for (const clause of sentence.replace(/\s+/g, ' ').split(clauseEnd).map((c) => c.trim()).filter((c) => c !== '')) {
    const named = pronoun.test(clause) ? `${earlier} ${clause}` : clause
    if (advisesSomething(clause) && drugs.every((d) => namedAt(named, d))) return true
    earlier = clause
  }
  return false
}
