import { describe, expect, it } from 'vitest'
import { bundle, bundleOf, component, concept, geneNamed, hgvs, loinc, observation, patient, reference, report, text, variant } from '#tests/support/fhir-resources.ts'
import { codes, readingOf } from '#tests/support/reading-of.ts'

const statedOf = (reading: Awaited<ReturnType<typeof readingOf>>) => Object.fromEntries(reading.stated.map((fact) => [fact.field, fact.value]))

describe('references', () => {
  it('leads by urn, by absolute address, by type and id, and to what is contained, with or without a version', async () => {
    const drug = (source: string) => observation('therapeutic-implication', { derivedFrom: [reference(source)], component: [concept('51963-7', text('osimertinib'))] })
    const of = (name: string) => variant([geneNamed(name), hgvs('48005-3', 'p.(Gly12Asp)')])
    const reading = await readingOf({ a: bundleOf(
      { fullUrl: 'urn:uuid:1', resource: of('KRAS') }, { fullUrl: 'https://lab.example/fhir/Observation/2', resource: { ...of('NRAS'), id: '2' } }, { resource: { ...of('HRAS'), id: '3' } },
      { resource: drug('urn:uuid:1') }, { resource: drug('https://lab.example/fhir/Observation/2/_history/4') }, { resource: drug('Observation/3') },
      { resource: { ...drug('#in'), contained: [{ ...of('EGFR'), id: 'in' }] } },
    ) })
    expect(reading.reportLines.map((line) => line.gene)).toEqual(['KRAS', 'NRAS', 'HRAS', 'EGFR'])
    expect(codes(reading)).not.toContain('reference_unresolved')
  })

  it('says what leads nowhere and keeps its name; the rest is read', async () => {
    const reading = await readingOf({ a: bundle(report({ result: [reference('Observation/lost')] }), variant([geneNamed('KRAS'), hgvs('48005-3', 'p.G12D')], { derivedFrom: [] }), observation('molecular-consequence', { derivedFrom: [reference('urn:uuid:gone')] })) })
    expect(reading.read).toBe(1)
    expect(reading.problems.filter((one) => one.code === 'reference_unresolved').map((one) => one.message).join()).toMatch(/urn:uuid:gone.*Observation\/lost|Observation\/lost.*urn:uuid:gone/)
  })

  it('walks groups of groups, also one that holds itself, and takes what only points to the patient of the report', async () => {
    const reading = await readingOf({ a: bundle(
      patient('p'), report({ subject: reference('Patient/p'), result: [reference('Observation/g')] }),
      observation('53041-0', { id: 'g', hasMember: [reference('Observation/g'), reference('Observation/v')] }), { ...variant([geneNamed('KRAS'), hgvs('48005-3', 'p.G12D')]), id: 'v' },
      variant([geneNamed('BRAF'), hgvs('48005-3', 'p.V600E')], { subject: reference('Patient/p') }),
    ) })
    expect(reading.alterations.map((one) => one.gene)).toEqual(['KRAS', 'BRAF'])
  })

  it('never takes the finding of another person; without a report several patients are asked about, and the chosen one is read', async () => {
    const of = (gene: string, who: string) => variant([geneNamed(gene), hgvs('48005-3', 'p.R175H')], { subject: reference(`Patient/${who}`) })
    const family = [patient('child'), patient('mother'), of('TP53', 'child'), of('ATM', 'mother')]
    const reported = await readingOf({ a: bundle(report({ subject: reference('Patient/child') }), ...family) })
    expect([reported.alterations.map((one) => one.gene), reported.listed]).toEqual([['TP53'], { another_patient: 1 }])
    const open = await readingOf({ a: bundle(...family) })
    expect([open.samples, open.tumourSamples, codes(open).includes('several_patients')]).toEqual([['child', 'mother'], [], true])
    expect((await readingOf({ a: bundle(...family) }, { sample: 'mother' })).alterations.map((one) => one.gene)).toEqual(['ATM'])
  })
})

describe('present, and the ways of not being a finding', () => {
  const of = (more: object) => ({ ...variant([geneNamed('KRAS'), hgvs('48005-3', 'p.G12D')]), valueCodeableConcept: undefined, ...more })
  it.each<[string, object, string]>([
    ['absent by code', { valueCodeableConcept: loinc('LA9634-2') }, 'stated_absent'], ['no call', { valueCodeableConcept: loinc('LA18198-4') }, 'no_call'], ['indeterminate', { valueCodeableConcept: loinc('LA11884-6') }, 'indeterminate'],
    ['not detected in words', { valueString: 'Not detected' }, 'stated_absent'], ['below the limit', { valueString: 'below limit of detection' }, 'below_limit'], ['not performed', { dataAbsentReason: { coding: [{ code: 'not-performed' }] } }, 'not_tested'],
    ['unknown', { dataAbsentReason: { coding: [{ code: 'unknown' }] } }, 'not_stated'], ['nothing at all', {}, 'not_stated'], ['entered in error', { status: 'entered-in-error', valueCodeableConcept: loinc('LA9633-4') }, 'withdrawn_by_laboratory'],
  ])('%s is no finding: %3$s', async (_, more, reason) => {
    const reading = await readingOf({ a: bundle(of(more)) })
    expect([reading.alterations, reading.listed]).toEqual([[], { [reason]: 1 }])
  })

  it.each([[{ valueString: 'Present' }], [{ valueCodeableConcept: text('Detected') }]])('%j is a finding', async (more) => { expect((await readingOf({ a: bundle(of(more)) })).read).toBe(1) })

  it('a fraction, a percentage with and without its unit, and a limit', async () => {
    const vaf = async (quantity: object) => (await readingOf({ a: bundle(variant([geneNamed('KRAS'), hgvs('48005-3', 'p.G12D'), component('81258-6', { valueQuantity: quantity })])) })).alterations[0]
    expect((await vaf({ value: 0.42, code: '1' }))?.vaf).toBe(0.42)
    expect((await vaf({ value: 42, unit: '%' }))?.vaf).toBe(0.42)
    expect((await vaf({ value: 42 }))?.vaf).toBe(0.42)
    expect((await vaf({ value: 0.8, code: '%' }))?.vaf).toBe(0.008)
    const limit = await vaf({ value: 1, comparator: '<', code: '%' })
    expect([limit?.vaf, limit?.asReported]).toEqual([null, expect.stringContaining('VAF <1 %')])
  })

  it('a test that was not performed is not tested, one without a value has no result, neither is negative', async () => {
    const msi = async (more: object) => (await readingOf({ a: bundle(observation('81695-9', more)) })).biomarkers[0]
    expect(await msi({ dataAbsentReason: { coding: [{ code: 'not-performed' }] } })).toMatchObject({ status: 'not_tested', value: null, call: null })
    expect(await msi({})).toMatchObject({ status: 'no_call', value: null, call: null })
    expect(await msi({ valueCodeableConcept: loinc('LA14122-8', 'Stable') })).toMatchObject({ status: 'measured', value: 'MSS', call: 'low' })
  })
})

describe('genes and names', () => {
  it('the HGNC id goes first; an id that contradicts the name is said', async () => {
    const context = { geneById: (id: string) => (id === 'HGNC:3236' ? 'EGFR' : null), resolveGene: (name: string) => (name === 'ERBB2' || name === 'EGFR' ? { symbol: name, via: 'symbol' as const } : { symbol: name, via: 'none' as const }) }
    const reading = await readingOf({ a: bundle(variant([geneNamed('ERBB2', 'HGNC:3236'), hgvs('48005-3', 'p.L858R')]), variant([geneNamed('an old name', '3236'), hgvs('48005-3', 'p.T790M')])) }, context)
    expect(reading.alterations.map((one) => [one.gene, one.asReported.startsWith('EGFR (HGNC:3236)')])).toEqual([['EGFR', true], ['EGFR', true]])
    expect(codes(reading).filter((code) => code === 'gene_id_contradicts')).toHaveLength(1)
  })

  it('a name that two genes have carried is read as one of them and asked, until a person has chosen', async () => {
    const record = { a: bundle(variant([geneNamed('MLL2'), hgvs('48005-3', 'p.R100*')])) }
    const resolveGene = (name: string) => (name === 'MLL2' ? { symbol: 'KMT2D', via: 'alias' as const } : { symbol: name, via: 'symbol' as const })
    const open = await readingOf(record, { resolveGene })
    expect([open.ambiguousGenes, open.alterations[0]?.gene]).toEqual([[{ name: 'MLL2', readAs: 'KMT2D', candidates: ['KMT2D', 'KMT2B'], file: 'a' }], 'KMT2D'])
    const chosen = await readingOf(record, { resolveGene, geneChoices: { MLL2: 'KMT2B' } })
    expect([chosen.ambiguousGenes, chosen.alterations[0]?.gene]).toEqual([[], 'KMT2B'])
  })

  it('a coding and a protein change of different codons are both kept and flagged; the same codon is not', async () => {
    const of = (c: string, p: string) => bundle(variant([geneNamed('EGFR'), hgvs('48004-6', c), hgvs('48005-3', p)]))
    const wrong = await readingOf({ a: of('NM_005228.5:c.2573T>G', 'NP_005219.2:p.(Thr790Met)') })
    expect([wrong.read, codes(wrong).includes('names_disagree'), wrong.problems.every((one) => one.severity === 'warning')]).toEqual([1, true, true])
    expect(codes(await readingOf({ a: of('c.2573T>G', 'p.Leu858Arg') }))).not.toContain('names_disagree')
    expect(codes(await readingOf({ a: of('c.68_69del', 'p.Glu23_Val24del') }))).toContain('names_disagree')
  })

  it('what stands in words only is read like a typed finding; a chromosome by its LOINC answer; an interval from zero', async () => {
    const reading = await readingOf({ a: bundle(
      variant([geneNamed('MET'), concept('81252-9', text('MET exon 14 skipping'))]),
      variant([geneNamed('BRAF'), concept('48000-4', loinc('LA21260-7')), component('81254-5', { valueRange: { low: { value: 140753335 } } }), concept('92822-6', loinc('LA30100-4')), component('69547-8', { valueString: 'A' }), component('69551-0', { valueString: 'T' })]),
    ) })
    expect(reading.alterations).toMatchObject([{ kind: 'category', category: 'exon_skipping', exon: 14 }, { genomic: { chrom: '7', pos: 140753336, ref: 'A', alt: 'T' } }])
  })

  it('a molecular consequence joins its variant: names, term, effect; one of another transcript adds no names', async () => {
    const consequence = (transcript: string) => observation('molecular-consequence', { derivedFrom: [reference('Observation/v')], component: [
      concept('51958-7', { coding: [{ code: transcript }] }), hgvs('48005-3', 'p.(Arg342Ter)'), concept('feature-consequence', { coding: [{ system: 'http://www.sequenceontology.org/', code: 'SO:0001587' }] }), concept('functional-effect', { coding: [{ code: 'SO:0002054' }] }),
    ] })
    const of = (transcript: string) => bundle({ ...variant([geneNamed('TP53'), hgvs('48004-6', 'NM_000546.6:c.1024C>T')]), id: 'v' }, consequence(transcript))
    expect((await readingOf({ a: of('NM_000546.5') })).alterations).toMatchObject([{ hgvsp: 'p.R342*', consequence: 'stop_gained', asReported: expect.stringContaining('loss of function') }])
    expect((await readingOf({ a: of('NM_001126112.2') })).alterations).toMatchObject([{ hgvsp: null, consequence: 'stop_gained' }])
  })
})

describe('implications are lines of the original report', () => {
  it('for, against and a trial; a drug known by no name stays unresolved', async () => {
    const line = (answer: string, drug: object, more: readonly object[] = []) => observation('therapeutic-implication', { derivedFrom: [reference('Observation/v')], component: [concept('therapeutic-implication', loinc(answer, answer === 'LA6677-4' ? 'Responsive' : 'Resistant')), concept('51963-7', drug), ...more] })
    const reading = await readingOf({ a: bundle(
      { ...variant([geneNamed('EGFR'), hgvs('48005-3', 'p.T790M')]), id: 'v' }, line('LA6677-4', text('Osimertinib'), [concept('93044-6', text('Tier I - Level A'))]), line('LA6676-6', text('code name 7')),
      observation('therapeutic-implication', { derivedFrom: [reference('Observation/v')], component: [concept('associated-therapy', { coding: [{ code: 'NCT01234567', display: 'NCT01234567' }] })] }),
      observation('diagnostic-implication', { derivedFrom: [reference('Observation/v')], component: [concept('53037-8', loinc('LA6668-3', 'Pathogenic'))] }),
    ) }, { resolveDrug: (name) => (name === 'Osimertinib' ? 'osimertinib' : null) })
    expect(reading.reportLines).toMatchObject([
      { kind: 'therapy', stance: 'for', gene: 'EGFR', therapy: ['osimertinib'], tier: 'Tier I - Level A', unresolved: [] }, { kind: 'therapy', stance: 'against', therapy: null, unresolved: ['code name 7'] },
      { kind: 'trial', stance: 'neutral' }, { kind: 'finding', text: 'EGFR p.T790M: Pathogenic' },
    ])
    expect(codes(reading)).toContain('term_unresolved')
  })
})

describe('what a record says of patient, tumour and specimen', () => {
  const condition = (code: object, more: object = {}) => ({ resourceType: 'Condition', code, subject: reference('Patient/p'), ...more })
  const snomed = (code: string, display: string) => ({ coding: [{ system: 'http://snomed.info/sct', code, display }] })
  const of = async (...resources: readonly object[]) => statedOf(await readingOf({ a: bundle(patient('p', { identifier: [{ value: 'MRN-1' }], name: [{ given: ['Ada'], family: 'Byron' }] }), variant([geneNamed('KRAS'), hgvs('48005-3', 'p.G12D')], { subject: reference('Patient/p'), specimen: reference('Specimen/s') }), ...resources) }))

  it('identity, specimen, report, stage and performance status', async () => {
    const stated = await of(
      { resourceType: 'Specimen', id: 's', identifier: [{ value: 'S-77' }], type: snomed('1', 'Tissue specimen from metastatic neoplasm'), collection: { collectedDateTime: '2026-10-02T09:00:00Z', bodySite: text('Liver') } },
      { resourceType: 'Specimen', id: 'other', identifier: [{ value: 'S-78' }] }, { resourceType: 'Organization', id: 'lab', name: 'Example Laboratory' },
      report({ subject: reference('Patient/p'), effectiveDateTime: '2026-10-20', performer: [reference('Organization/lab')] }),
      observation('89247-1', { valueInteger: 2, effectiveDateTime: '2026-01-01', subject: reference('Patient/p') }), observation('89247-1', { valueInteger: 1, effectiveDateTime: '2026-09-01', subject: reference('Patient/p') }),
      condition(snomed('254637007', 'Non-small cell lung cancer (disorder)'), { stage: [{ summary: text('AJCC stage IVA') }] }),
    )
    expect(stated).toEqual({ patient_id: 'MRN-1', patient_name: 'Ada Byron', sex: 'female', birth_date: '1963-04-02', sample_id: 'S-77', specimen_site: 'Liver', specimen_kind: 'metastasis', specimen_collected: '2026-10-02', laboratory: 'Example Laboratory', report_date: '2026-10-20', ecog: '1', stage: 'IVA', tumour_type: 'NSCLC' })
  })

  const icdo = (code: string) => ({ extension: [{ url: 'http://hl7.org/fhir/us/mcode/StructureDefinition/mcode-histology-morphology-behavior', valueCodeableConcept: { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/icd-o-3', code }] } }] })
  const icd10 = (code: string, display = '') => ({ coding: [{ system: 'http://hl7.org/fhir/sid/icd-10-cm', code, display }] })
  it.each<[string, object, string | null]>([
    ['a morphology with its organ', condition(icd10('C34.1'), icdo('8140/3')), 'LUAD'], ['five digits, as in mCODE', condition(icd10('C34.9'), icdo('80463/3')), 'NSCLC'], ['the same morphology elsewhere', condition(icd10('C18.2'), icdo('8140/3')), 'COAD'],
    ['a category that is one tumour type', condition(icd10('C43.5', 'Malignant melanoma of trunk')), 'SKCM'], ['a site alone is asked', condition(icd10('C34.9', 'Malignant neoplasm of lung')), null],
    ['in situ is asked', condition(snomed('363346000', 'Malignant neoplastic disease'), { bodySite: [text('Left breast')], extension: [{ url: 'x/mcode-histology-morphology-behavior', valueCodeableConcept: snomed('77284006', 'Lobular carcinoma in situ') }] }), null],
    ['a name of OncoTree', condition(text('Cutaneous Melanoma')), 'SKCM'],
  ])('tumour type: %s', async (_, one, expected) => {
    const reading = await readingOf({ a: bundle(one, variant([geneNamed('KRAS'), hgvs('48005-3', 'p.G12D')])) }, { tumourNamed: (name) => (name.toLowerCase() === 'cutaneous melanoma' ? 'SKCM' : null) })
    expect(reading.stated.filter((fact) => fact.field === 'tumour_type').map((fact) => fact.value)).toEqual([expected])
  })

  it('a metastasis, another disease and a Karnofsky score say nothing of tumour type or ECOG', async () => {
    const stated = await of(condition(text('Secondary malignant neoplasm of brain')), condition(text('Hypertension')), observation('89243-0', { valueInteger: 90, subject: reference('Patient/p') }))
    expect([stated['tumour_type'], stated['ecog']]).toEqual([undefined, null])
  })

  it('the regions studied are what was tested; a file of regions is said', async () => {
    const regions = observation('53041-0', { component: [concept('48018-6', { coding: [{ system: 'http://www.genenames.org', display: 'TP53' }, { system: 'http://www.genenames.org', display: 'PTEN' }] })] })
    const study = { resourceType: 'Procedure', extension: [{ url: 'x/genomic-study-analysis-regions', extension: [{ url: 'studied', valueReference: reference('DocumentReference/bed') }] }] }
    const reading = await readingOf({ a: bundle(regions, study) })
    expect([statedOf(reading)['genes_tested'], codes(reading).includes('regions_in_another_file')]).toEqual(['PTEN, TP53', true])
  })
})
