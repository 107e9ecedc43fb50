/** A value of a JSON record, looked into step by step: nothing is assumed to be there. */
export type Json = { readonly [key: string]: Json } | readonly Json[] | string | number | boolean | null

const isObject = (of: Json | undefined): of is { readonly [key: string]: Json } => typeof of === 'object' && of !== null && !Array.isArray(of)

/** A member of an object, or null. */
export function coded(of: Json | undefined, key: string): Json {
  return isObject(of) && Object.hasOwn(of, key) ? of[key] ?? null : null
}

export const listOf = (of: Json | undefined): readonly Json[] => (Array.isArray(of) ? of : [])

/** A member that is a text, without space around it; empty when it is none. */
export const wordIn = (of: Json | undefined, key: string): string => { const value = coded(of, key); return typeof value === 'string' ? value.trim() : '' }

export type Coding = { system: string; code: string; display: string }

/** The codings of a CodeableConcept; the closing slash of a system is cut, since both ways are seen. */
export const codingsOf = (concept: Json): Coding[] => listOf(coded(concept, 'coding')).map((coding) => ({
  system: wordIn(coding, 'system').replace(/\/$/, ''), code: wordIn(coding, 'code'), display: wordIn(coding, 'display'),
}))

/** A CodeableConcept in words: its own text, else the first display, else the first code. */
export function conceptWords(concept: Json): string {
  const codings = codingsOf(concept)
  return wordIn(concept, 'text') || (codings.find((one) => one.display !== '')?.display ?? '') || (codings.find((one) => one.code !== '')?.code ?? '')
}

export const textOf = {
  /** All codes of a CodeableConcept. */
  codes: (concept: Json): string[] => listOf(coded(concept, 'coding')).map((coding) => wordIn(coding, 'code')).filter((code) => code !== ''),
  /** What an observation or component says in words: `valueString`, else text, display or code of its CodeableConcept. HGVS stands in code or display. */
  value: (of: Json): string => {
    const text = wordIn(of, 'valueString')
    if (text !== '') return text
    const concept = coded(of, 'valueCodeableConcept')
    const coding = listOf(coded(concept, 'coding'))[0] ?? null
    return wordIn(coding, 'display') || wordIn(concept, 'text') || wordIn(coding, 'code')
  },
}

/** A Quantity with its unit code and comparator (`<`: below a limit, no number of its own), or null. */
export function quantityOf(of: Json): { value: number; code: string; comparator: string } | null {
  const quantity = coded(of, 'valueQuantity')
  const value = coded(quantity, 'value')
  return typeof value === 'number' ? { value, code: wordIn(quantity, 'code') || wordIn(quantity, 'unit'), comparator: wordIn(quantity, 'comparator') } : null
}

/** Does the observation or component carry this code? Systems are left aside: the codes we ask for are unique among them. */
export const hasCode = (of: Json, code: string): boolean => textOf.codes(coded(of, 'code')).includes(code)

export type Components = { first: (code: string) => Json | null; all: (code: string) => Json[]; codes: (code: string) => string[]; words: (code: string) => string }

/** The components of an observation by their code. */
export function componentsOf(observation: Json): Components {
  const components = listOf(coded(observation, 'component'))
  const all = (code: string) => components.filter((one) => hasCode(one, code))
  const first = (code: string) => all(code)[0] ?? null
  return { first, all, codes: (code) => textOf.codes(coded(first(code), 'valueCodeableConcept')), words: (code) => textOf.value(first(code)) }
}
