/** A kind of file that is recognised and not read. A companion (licence, picture, timeline) may lie beside records without anything being missed. */
export type Refused = { refused: string; companion?: boolean }

const byHand = 'Enter the findings by hand, or ask the laboratory for VCF, MAF or a table of genes and changes.'

type Known = { is: (has: (key: string) => boolean) => boolean; refused: string }

/** Records of other systems, by members that only they have: what it is, why it is not read, and what to do. */
const json: readonly Known[] = [
  { is: (has) => has('purple') && (has('linx') || has('orange') || has('refGenomeVersion')), refused: 'This is an ORANGE result of the Hartwig pipeline (JSON). It is not read, because it restates calls whose evidence lies in its VCF. Drop the annotated VCF (purple) of the same sample.' },
  { is: (has) => has('trialMatches') && has('referenceDate'), refused: 'This is a treatment match of ACTIN (JSON). It is not read, because it is the answer of another program and no finding of the tumour. Drop the variant calls, and keep it beside the case as an original report.' },
  { is: (has) => has('patientId') && (has('molecularTests') || has('clinicalStatus') || has('hasHartwigSequencing') || has('derivedStages')), refused: 'This is a patient record of ACTIN (JSON). It is not read, because its findings are a selection made by that program. Drop the variant calls of the same patient, and enter the course at intake.' },
  { is: (has) => has('phenotypicFeatures') || (has('metaData') && has('subject')) || has('genomicInterpretations'), refused: 'This is a GA4GH phenopacket (JSON). It is not read, because its variants point to other files and follow other names than ours. Drop the VCF it points to, and enter diagnosis and course at intake.' },
  {
    is: (has) => has('ngsReports') || has('carePlans') || has('episodesOfCare') || has('guidelineTherapies'),
    refused: 'This is an MTB record of the DNPM network (JSON). It is not read: the examples in circulation are generated, with genes on chromosomes where they do not lie, and nothing in the record tells them from a real one. Drop the variant calls of the NGS report (VCF, or its table).',
  },
  { is: (has) => has('kbDiseaseMatch') || has('kbMatches') || (has('smallMutations') && has('patientId')), refused: 'This is a report upload of PORI/IPR (JSON). It is not read, because it names only what that report matched. Drop its tables (small mutations, copy variants, fusions) or the VCF.' },
  { is: (has) => has('OncoKB level') || has('Gene_URL'), refused: 'This is the input of a Djerba report (JSON). It is not read, because it holds sentences of a report and no variant calls. Drop the MAF or VCF of the same case.' },
  { is: (has) => has('hugoGeneSymbol') || has('site1HugoSymbol') || (has('sampleId') && has('studyId')), refused: 'These are records as cBioPortal\'s web service sends them (JSON), which are not read. Download the study as files (data_mutations, data_cna, data_sv).' },
]

/** A JSON record by its members. FHIR says what it is; everything else that is known is named, and what is not known says so. */
export function byJson(head: string): 'fhir-genomics' | Refused {
  const has = (key: string) => head.includes(`"${key}"`)
  if (has('resourceType')) return 'fhir-genomics'
  const known = json.find((one) => one.is(has))
  return { refused: known?.refused ?? `This is a JSON file of a kind that is not known here. ${byHand}` }
}

export function byXml(head: string): 'foundation-xml' | Refused {
  if (/<(?:xs|xsd):schema\b/.test(head)) return { refused: 'This is an XML schema (XSD): it describes reports and holds none. Drop the report itself, or its variant table.', companion: true }
  if (head.includes('ResultsReport') || head.includes('variant-report')) return 'foundation-xml'
  if (head.includes('SomaticNgsReport') || head.includes('DiagnosticNgsReport')) return { refused: 'This is an NGS report of the German NGSD/megSAP form (SomaticNgsReport, DiagnosticNgsReport; XML). It is not read, because it holds only the variants chosen for the printed report. Drop its variant calls: the VCF, or the GSvar table saved as VCF.' }
  if (head.includes('<html') || head.includes('<!DOCTYPE html')) return { refused: 'This is a web page, not a file of variants.', companion: true }
  return { refused: `This is an XML file of a kind that is not known here. ${byHand}` }
}
