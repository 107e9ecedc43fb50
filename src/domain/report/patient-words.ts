import { plain } from './markdown-text.ts'

/** Clinical words as a patient's sheet says them. What has no plain word here is named as it is, and the doctor explains it. */
type Said = { pattern: RegExp; what: string; why: string }

// The first that fits is taken: the narrower before the wider.
const tests: readonly Said[] = [
  { pattern: /\bHbA1c\b|glucose|blood sugar/i, what: 'a blood test for your blood sugar', why: 'some of these medicines can raise it' },
  { pattern: /\bECG\b|\bQTc\b|electrocardiogra/i, what: 'a tracing of your heartbeat', why: 'some of these medicines can change the rhythm of the heart' },
  { pattern: /echocardiogra|\bLVEF\b|ejection fraction/i, what: 'an ultrasound of your heart', why: 'some of these medicines can tire the heart' },
  { pattern: /\b(?:brain|head|cranial)\b.{0,20}\b(?:MRI|CT)\b|\b(?:MRI|CT)\b.{0,20}\b(?:brain|head)\b/i, what: 'a scan of your head', why: 'some medicines reach the brain better than others' },
  { pattern: /\bUGT1A1\b|\bDPYD\b|\bCYP2D6\b|pharmacogen/i, what: 'a blood test that shows how your body breaks down certain medicines', why: 'people differ in this, and it helps to find the right medicine' },
  { pattern: /germline|normal (?:tissue|blood)|saliva/i, what: 'a test of the genes you were born with', why: 'the tumour test cannot show which changes you were born with' },
  { pattern: /\bctDNA\b|liquid biopsy|circulating|\bplasma\b|in blood\b/i, what: 'a blood test that looks for traces of the tumour', why: 'it can show changes that the first sample did not hold' },
  { pattern: /\bFISH\b|in situ hybridi[sz]ation/i, what: 'a second look at your tumour sample, for extra copies of a gene', why: 'it checks what the gene test found in another way' },
  { pattern: /immunohistochem|\bIHC\b|\bstain|\bHER2\b|\bPD-?L1\b/i, what: 'a stain of the tumour sample that you have already given', why: 'it shows a protein on the tumour cells and may open or rule out a medicine' },
  { pattern: /\bMSI\b|\bMMR\b|microsatellite/i, what: 'one more test of the tumour sample that you have already given', why: 'it shows if treatment with the immune system may be an option' },
  { pattern: /biops|re-?sampl|new sample/i, what: 'a new small sample of the tumour', why: 'the tumour may have changed since the last sample' },
  { pattern: /\bRNA\b|sequenc|\bpanel\b|\bNGS\b|methylation/i, what: 'one more gene test of the tumour sample', why: 'it can find changes that the first test could not see' },
  { pattern: /liver (?:function|enzyme)|bilirubin|transaminase|\bALT\b/i, what: 'a blood test for your liver', why: 'your liver breaks down some of these medicines' },
  { pattern: /kidney|creatinine|renal/i, what: 'a blood test for your kidneys', why: 'your kidneys clear some of these medicines' },
  { pattern: /ophthalm|\beye\b/i, what: 'an eye check', why: 'some of these medicines can affect the eyes' },
  { pattern: /\bPET\b|\bCT\b|\bMRI\b|imaging|\bscan\b/i, what: 'a scan', why: 'it shows where the tumour is now' },
  { pattern: /\bblood\b|serum/i, what: 'a blood test', why: 'it helps your doctor to choose' },
]

/**
 * Tests in plain words with what each is for; tests of one kind are one line. The clinical names stand in brackets so that the sheet and the
 * letter can be read side by side.
 */
export function testsInWords(names: readonly string[]): string[] {
  const kinds = new Map<Said | null, string[]>()
  for (const name of names) {
    const kind = tests.find(({ pattern }) => pattern.test(name)) ?? null
    kinds.set(kind, [...(kinds.get(kind) ?? []), plain(name)])
  }
  return [...kinds].flatMap(([kind, own]) => (kind ? [`**${kind.what.charAt(0).toUpperCase()}${kind.what.slice(1)}** (${own.join('; ')}): ${kind.why}.`] : own.map((name) => `**${name}**: your doctor can tell you what this test is for.`)))
}

const sites: readonly [RegExp, string][] = [
  [/adrenal/i, 'your adrenal gland, a small gland above the kidney'], [/lymph|\bnod(?:e|al)/i, 'a lymph node'], [/periton|omentum|ascites/i, 'the lining of your belly'], [/pleura/i, 'the lining of your lung'], [/liver|hepatic/i, 'your liver'],
  [/lung|bronch|pulmon/i, 'your lung'], [/brain|cerebr/i, 'your brain'], [/bone|rib\b|vertebra|spine|pelvis|sternum/i, 'a bone'], [/colon|colorect|rectum|sigmoid|bowel|caec/i, 'your bowel'], [/stomach|gastric|antrum|cardia/i, 'your stomach'],
  [/oesophag|esophag/i, 'your food pipe'], [/pancrea/i, 'your pancreas'], [/prostate/i, 'your prostate'], [/breast|mamma/i, 'your breast'], [/ovar/i, 'your ovary'], [/skin|cutan/i, 'your skin'], [/kidney|renal/i, 'your kidney'], [/bladder|ureth/i, 'your bladder'],
  [/parotid|salivary|submandib/i, 'a salivary gland'], [/thyroid/i, 'your thyroid'], [/uter|endometr/i, 'your womb'], [/cervix/i, 'your cervix'], [/bile|biliary|gall/i, 'your bile ducts'], [/muscle|soft tissue/i, 'the soft tissue of your body'], [/blood|plasma/i, 'your blood'],
]

/** Where the sample is from: `Liver, segment VI` is `your liver`. An unknown place is quoted. */
export const siteInWords = (site: string): string => sites.find(([pattern]) => pattern.test(site))?.[1] ?? plain(site)

const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']

/** `2026-09-29` as `29 September 2026`; another form as it is. */
export function dateInWords(date: string): string {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(date) ?? []
  const name = months[Number(month) - 1]
  return year && day && name ? `${Number(day)} ${name} ${year}` : plain(date)
}
