/** A value of a JSON record, looked into step by step: nothing is assumed to be there. */
export type Json = { readonly [key: string]: Json } | readonly Json[] | string | number | boolean | null

const isObject = (of: Json | undefined): of is { readonly [key: string]: Json } => typeof of === 'object' && of !== null && !Array.isArray(of)

/** A member of an object, or null. */
export function coded(of: Json | undefined, key: string): Json {
  return isObject(of) && Object.hasOwn(of, key) ? of[key] ?? null : null
}

export const listOf = (of: Json | undefined): readonly Json[] => (Array.isArray(of) ? of : [])

const stringIn = (of: Json, key: string) => { const value = coded(of, key); return typeof value === 'string' ? value.trim() : '' }

export const textOf = {
  /** All codes of a CodeableConcept. */
  codes: (concept: Json): string[] => listOf(coded(concept, 'coding')).map((coding) => stringIn(coding, 'code')).filter((code) => code !== ''),
  /** What an observation or component says in words: `valueString`, else text, display or code of its CodeableConcept. HGVS stands in code or display. */
  value: (of: Json): string => {
    const text = stringIn(of, 'valueString')
    if (text !== '') return text
    const concept = coded(of, 'valueCodeableConcept')
    const coding = listOf(coded(concept, 'coding'))[0] ?? null
    return stringIn(coding, 'display') || stringIn(concept, 'text') || stringIn(coding, 'code')
  },
}

/** A Quantity with its unit code, or null; comparators and units are kept by the caller's choice. */
export function quantityOf(of: Json): { value: number; code: string } | null {
  const quantity = coded(of, 'valueQuantity')
  const value = coded(quantity, 'value')
  return typeof value === 'number' ? { value, code: stringIn(quantity, 'code') || stringIn(quantity, 'unit') } : null
}
