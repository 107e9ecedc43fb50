import type { ReadContext } from '../record-file.ts'
import { coded, codingsOf, conceptWords, listOf, wordIn } from './fhir-values.ts'
import type { Json } from './fhir-values.ts'

/** SNOMED CT disorders that name one tumour type by themselves (codes as in the mCODE examples and the SNOMED browser; OncoTree 2025-10). */
const disorders: Readonly<Record<string, string>> = { '254637007': 'NSCLC', '92814006': 'CLLSLL' }

/** ICD-10 and ICD-10-CM categories that are one tumour type; a site alone (C34, C50) is none. */
const icd10: readonly (readonly [string, string])[] = [
  ['C43', 'SKCM'], ['C22.0', 'HCC'], ['C22.1', 'IHCH'], ['C4A', 'MCC'], ['C49.A', 'GIST'], ['C45.0', 'PLMESO'], ['C45.1', 'PEMESO'], ['C82', 'FL'], ['C83.1', 'MCL'], ['C83.3', 'DLBCLNOS'],
  ['C90.0', 'PCM'], ['C91.1', 'CLLSLL'], ['C92.0', 'AML'], ['C92.1', 'CML'],
]

type Organ = 'lung' | 'breast' | 'colon' | 'rectum' | 'prostate' | 'pancreas' | 'stomach' | 'skin' | 'ovary' | 'kidney' | 'brain' | 'liver' | 'bile duct' | 'pleura' | 'thyroid' | 'bladder' | 'bone' | 'uterus' | 'oesophagus'

/** ICD-O-3 morphology with the organ it was found in. Behaviour /3 only: what is in situ (/2) is another disease. */
const morphologies: Readonly<Record<string, Partial<Record<Organ | 'any', string>>>> = {
  '8140/3': { lung: 'LUAD', colon: 'COAD', rectum: 'READ', prostate: 'PRAD', pancreas: 'PAAD', stomach: 'STAD', oesophagus: 'ESCA' }, '8070/3': { lung: 'LUSC', oesophagus: 'ESCC' }, '8046/3': { lung: 'NSCLC' }, '8041/3': { lung: 'SCLC' },
  '8500/3': { breast: 'IDC', pancreas: 'PAAD' }, '8520/3': { breast: 'ILC' }, '8461/3': { ovary: 'HGSOC' }, '8310/3': { kidney: 'CCRCC' }, '8312/3': { kidney: 'RCC' }, '8720/3': { skin: 'SKCM' }, '9440/3': { any: 'GB' },
  '8170/3': { any: 'HCC' }, '8160/3': { any: 'CHOL' }, '8936/3': { any: 'GIST' }, '9050/3': { pleura: 'PLMESO' }, '8260/3': { thyroid: 'THPA' }, '8330/3': { thyroid: 'THFO' }, '8120/3': { bladder: 'BLCA' },
  '9180/3': { any: 'OS' }, '9260/3': { any: 'ES' }, '8247/3': { any: 'MCC' }, '8144/3': { stomach: 'STAD' }, '8380/3': { uterus: 'UEC' },
}
/** SNOMED CT morphologies, by the ICD-O-3 morphology they stand for. In situ ones are left out on purpose. */
const snomedMorphologies: Readonly<Record<string, string>> = { '82711006': '8500/3', '1187332001': '8140/3', '35917007': '8140/3', '89740008': '8520/3', '28899001': '8070/3' }

/** Words of a site or of a diagnosis → organ. */
const organWords: readonly (readonly [string, Organ])[] = [
  ['bile duct', 'bile duct'], ['lung', 'lung'], ['bronch', 'lung'], ['breast', 'breast'], ['rectum', 'rectum'], ['rectal', 'rectum'], ['colon', 'colon'], ['prostat', 'prostate'], ['pancrea', 'pancreas'], ['stomach', 'stomach'], ['gastric', 'stomach'],
  ['skin', 'skin'], ['cutaneous', 'skin'], ['ovar', 'ovary'], ['kidney', 'kidney'], ['renal', 'kidney'], ['brain', 'brain'], ['liver', 'liver'], ['hepat', 'liver'], ['pleura', 'pleura'], ['thyroid', 'thyroid'], ['bladder', 'bladder'],
  ['bone', 'bone'], ['uter', 'uterus'], ['endometri', 'uterus'], ['esophag', 'oesophagus'],
]
const icd10Organs: readonly (readonly [string, Organ])[] = [
  ['C34', 'lung'], ['C50', 'breast'], ['C18', 'colon'], ['C19', 'rectum'], ['C20', 'rectum'], ['C61', 'prostate'], ['C25', 'pancreas'], ['C16', 'stomach'], ['C43', 'skin'], ['C44', 'skin'], ['C56', 'ovary'], ['C64', 'kidney'],
  ['C71', 'brain'], ['C22', 'liver'], ['C38.4', 'pleura'], ['C73', 'thyroid'], ['C67', 'bladder'], ['C40', 'bone'], ['C41', 'bone'], ['C54', 'uterus'], ['C15', 'oesophagus'],
]

const isIcd10 = (system: string) => system.includes('icd-10') || system.includes('2.16.840.1.113883.6.90')
const icdoOf = (code: string) => (/^[0-9]{5}\/[0-9]$/.test(code) ? `${code.slice(0, 4)}/${code.slice(6)}` : code)
const plain = (words: string) => { const at = words.lastIndexOf(' ('); return (at > 0 && words.endsWith(')') ? words.slice(0, at) : words).trim() }

function organOf(concepts: readonly Json[]): Organ | null {
  for (const { system, code } of concepts.flatMap(codingsOf)) { const found = isIcd10(system) || /^C[0-9]{2}/.test(code) ? icd10Organs.find(([start]) => code.startsWith(start)) : undefined; if (found) return found[1] }
  const words = concepts.map(conceptWords).join(' ').toLowerCase()
  return organWords.find(([word]) => words.includes(word))?.[1] ?? null
}

/** The extension (mCODE) or the observations that hold the histology; by the end of its address, whatever its version. */
const histologyOf = (condition: Json): Json[] =>
  listOf(coded(condition, 'extension')).filter((one) => wordIn(one, 'url').endsWith('/mcode-histology-morphology-behavior')).map((one) => coded(one, 'valueCodeableConcept'))

/**
 * OncoTree code of a cancer condition, or null: then a person is asked. Morphology with its organ is the most exact; then a disorder or ICD-10 category that is
 * one tumour type by itself; then a name that OncoTree itself uses. A site alone, a metastasis and an in-situ histology are no tumour type.
 */
export function tumourTypeOf(condition: Json, context: ReadContext, histology: readonly Json[] = []): { code: string | null; said: string } {
  const code = coded(condition, 'code')
  const shapes = [...histologyOf(condition), ...histology]
  const said = [conceptWords(code), ...shapes.map(conceptWords), ...listOf(coded(condition, 'bodySite')).map(conceptWords)].filter((text) => text !== '').map(plain).join('; ')
  const organ = organOf([code, ...listOf(coded(condition, 'bodySite'))])
  const known = (oncotree: string | undefined) => (oncotree !== undefined && oncotree !== '' && (context.tumourTypes?.has(oncotree) ?? true) ? oncotree : null)
  for (const { code: morphology } of shapes.flatMap(codingsOf)) {
    const form = morphologies[Object.hasOwn(snomedMorphologies, morphology) ? snomedMorphologies[morphology] ?? '' : icdoOf(morphology)]
    const found = form ? known(organ === null ? form.any : form[organ] ?? form.any) : null
    if (found !== null) return { code: found, said }
  }
  const inSitu = /in situ/i.test(said)
  for (const { system, code: one, display } of inSitu ? [] : codingsOf(code)) {
    const found = known(Object.hasOwn(disorders, one) ? disorders[one] : undefined) ?? (isIcd10(system) ? known(icd10.find(([start]) => one.startsWith(start))?.[1]) : null) ?? known(context.tumourNamed?.(plain(display)) ?? undefined)
    if (found !== null) return { code: found, said }
  }
  return { code: inSitu ? null : known(context.tumourNamed?.(plain(wordIn(code, 'text'))) ?? undefined), said }
}
