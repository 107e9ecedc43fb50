import { describe, expect, it } from 'vitest'
import { codes, readingOf } from '#tests/support/reading-of.ts'

const loinc = (code: string, display?: string) => ({ coding: [{ system: 'http://loinc.org', code, ...(display ? { display } : {}) }] })
const hgvs = (code: string, name: string) => ({ code: loinc(code), valueCodeableConcept: { coding: [{ system: 'http://varnomen.hgvs.org', code: name }] } })
const variant = (component: readonly object[], answer = 'LA9633-4') => ({ resourceType: 'Observation', status: 'final', code: loinc('69548-6'), valueCodeableConcept: loinc(answer), component })
const gene = (name: string) => ({ code: loinc('48018-6'), valueCodeableConcept: { coding: [{ system: 'http://www.genenames.org', code: 'HGNC:1', display: name }] } })
const bundle = (...resources: readonly object[]) => JSON.stringify({ resourceType: 'Bundle', type: 'collection', entry: resources.map((resource) => ({ resource })) })

describe('a FHIR record', () => {
  it('reads variants by their codes, whatever their profile', async () => {
    const reading = await readingOf({ a: bundle({ resourceType: 'Patient' }, variant([
      gene('EGFR'), hgvs('48005-3', 'NP_005219.2:p.(Leu858Arg)'), hgvs('48004-6', 'NM_005228.5:c.2573T>G'), hgvs('81290-9', 'NC_000007.14:g.55191822T>G'),
      { code: loinc('81258-6'), valueQuantity: { value: 42, code: '%' } }, { code: loinc('82121-5'), valueQuantity: { value: 84 } }, { code: loinc('48002-0'), valueCodeableConcept: loinc('LA6684-0') },
    ])) })
    expect(reading).toMatchObject({ format: 'fhir-genomics', genomeBuild: 'GRCh38', records: 1, read: 1 })
    expect(reading.alterations).toMatchObject([{ gene: 'EGFR', kind: 'snv', hgvsp: 'p.L858R', hgvsc: 'c.2573T>G', transcript: 'NM_005228.5', vaf: 0.42, altReads: 84, origin: 'somatic', genomic: { chrom: '7', pos: 55191822, ref: 'T', alt: 'G' } }])
  })

  it('keeps absent, no call and indeterminate apart, and lists them', async () => {
    const reading = await readingOf({ a: bundle(variant([gene('KRAS')], 'LA9634-2'), variant([gene('KRAS')], 'LA18198-4'), variant([gene('KRAS')], 'LA11884-6'), variant([]), variant([gene('KRAS')])) })
    expect(reading).toMatchObject({ records: 5, read: 0, listed: { stated_absent: 1, no_call: 1, indeterminate: 1, no_gene_annotation: 1, kind_of_change_unknown: 1 } })
  })

  it('reads fusions, copy numbers, names of ClinVar, contained observations and NDJSON', async () => {
    const fusion = variant([gene('EML4'), gene('ALK')])
    const copies = variant([gene('ERBB2'), { code: loinc('82155-3'), valueQuantity: { value: 12 } }])
    const named = variant([{ code: loinc('81252-9'), valueCodeableConcept: { coding: [{ code: '1', display: 'NM_007294.4(BRCA1):c.5266dup (p.Gln1756fs)' }] } }])
    const reading = await readingOf({ a: `${JSON.stringify({ resourceType: 'DiagnosticReport', contained: [fusion] })}\n${JSON.stringify(copies)}\n${JSON.stringify(named)}\n` })
    expect(reading.alterations.map((one) => [one.gene, one.partner, one.kind, one.copyNumber, one.hgvsp])).toEqual([['EML4', 'ALK', 'fusion', null, null], ['ERBB2', null, 'amplification', 12, null], ['BRCA1', null, 'indel', null, 'p.Q1756fs']])
  })

  it('reads TMB with and without a unit and MSI; no value is no result', async () => {
    const tmb = (value?: number) => ({ resourceType: 'Observation', code: loinc('94076-7'), ...(value === undefined ? {} : { valueQuantity: { value } }) })
    const msi = { resourceType: 'Observation', code: loinc('81695-9'), valueCodeableConcept: loinc('LA26203-2', 'MSI-H') }
    expect((await readingOf({ a: bundle(tmb(12), msi) })).biomarkers).toMatchObject([{ name: 'TMB', value: 12, call: 'high' }, { name: 'MSI', value: 'MSI-H', call: 'high' }])
    expect((await readingOf({ a: bundle(tmb()) })).biomarkers).toMatchObject([{ value: null, status: 'no_call', call: null }])
  })

  it('says builds that differ, and refuses broken, deep and empty records', async () => {
    const on = (accession: string) => variant([gene('KRAS'), hgvs('81290-9', `${accession}:g.1A>T`)])
    expect(codes(await readingOf({ a: bundle(on('NC_000012.11'), on('NC_000012.12')) }))).toContain('genome_build_contradicts')
    expect(codes(await readingOf({ a: '{"resourceType":"Bundle","entry":[' }))).toEqual(['json_broken'])
    expect(codes(await readingOf({ a: `{"resourceType":"Bundle","x":${'['.repeat(200)}${']'.repeat(200)}}` }))).toEqual(['json_too_deep'])
    expect(codes(await readingOf({ a: bundle({ resourceType: 'Patient' }) }))).toEqual(['fhir_without_variants'])
  })
})
