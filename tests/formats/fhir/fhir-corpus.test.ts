import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { RecordReading } from '#src/domain/record-reading.ts'
import { readRecords } from '#src/formats/read-records.ts'
import { loadKnowledge } from '#src/knowledge/load-knowledge.ts'
import { readContext } from '#src/server/intake/read-context.ts'
import { hasSharedData, sharedPath } from '#tests/support/shared-data.ts'

const present = hasSharedData('cases', 3)
const context = readContext(loadKnowledge())
const at = (path: string) => sharedPath('cases', path) ?? ''
const read = (path: string): Promise<RecordReading> => readRecords([{ name: path.split('/').at(-1) ?? path, bytes: readFileSync(at(path)) }], context)
const stated = (reading: RecordReading, field: string) => reading.stated.filter((fact) => fact.field === field).map((fact) => fact.value)

describe.runIf(present)('published FHIR examples', () => {
  it('as many variants and therapeutic implications as the collection counts in every file', async () => {
    const rows = readFileSync(at('manifest.tsv'), 'utf8').split('\n').map((line) => line.split('\t')).filter((cells) => cells[1] === 'fhir-genomics-example' || (cells[0] ?? '').startsWith('fhir/mcode'))
    const counted = rows.flatMap((cells) => { const said = /variants\(LOINC 69548-6\)=(\d+);therapeutic_implications=(\d+)/.exec(cells[7] ?? ''); return said ? [{ file: cells[0] ?? '', variants: Number(said[1]), implications: Number(said[2]) }] : [] })
    expect(counted.length).toBeGreaterThan(130)
    for (const { file, variants, implications } of counted) {
      const reading = await read(file)
      expect([file, reading.records, reading.reportLines.filter((line) => line.kind === 'therapy' || line.kind === 'trial').length]).toEqual([file, variants, implications])
    }
  })

  it('the oncology bundle: three findings, five therapeutic lines, builds that differ are said', async () => {
    const reading = await read('fhir/genomics-reporting-3.0.0/Bundle-bundle-oncologyexamples-r4.json')
    expect(reading.alterations.map((one) => [one.gene, one.hgvsp, one.origin])).toEqual([['JAK2', 'p.V617F', 'germline'], ['KDR', 'p.Q472H', 'germline'], ['ERBB4', null, 'germline']])
    expect(reading.reportLines.map((line) => [line.stance, line.gene, line.therapy?.[0] ?? line.unresolved[0]])).toEqual([['for', 'JAK2', 'ruxolitinib'], ['for', 'JAK2', 'AT9283'], ['for', 'JAK2', 'SNX-5422'], ['for', 'JAK2', 'TG02'], expect.anything()])
    expect(reading.problems.map((problem) => problem.code)).toContain('genome_build_contradicts')
    expect(reading.biomarkers).toMatchObject([{ name: 'TMB', value: 25 }, { name: 'MSI', value: 'MSS' }])
  })

  it('the mCODE patient: variant, receptors, tumour type, two stages, fitness, seven genes tested', async () => {
    const reading = await read('fhir/mcode-4.0.0/Bundle-mcode-patient-bundle-jenny-m.json')
    expect(reading).toMatchObject({ records: 1, read: 1, genomeBuild: 'GRCh38', alterations: [{ gene: 'PALB2', hgvsp: 'p.Y1183*', hgvsc: 'c.3549C>A', origin: 'somatic', asReported: expect.stringContaining('HGNC:26144') }] })
    expect(reading.biomarkers.map((one) => [one.name, one.call])).toEqual([['ER', 'high'], ['PR', 'low'], ['HER2', 'low']])
    expect([stated(reading, 'tumour_type'), stated(reading, 'stage').sort(), stated(reading, 'ecog'), stated(reading, 'sex'), stated(reading, 'birth_date'), stated(reading, 'patient_id')]).toEqual([['IDC'], ['IIB', 'IIIC'], ['0'], ['female'], ['1965-01-01'], ['MRN1234']])
    expect(stated(reading, 'genes_tested')).toEqual(['BRCA1, BRCA2, CDH1, PALB2, PTEN, STK11, TP53'])
    const types = await Promise.all(['nsclc', 'cll', 'breast', 'nonspecific'].map((name) => read(`fhir/mcode-4.0.0/Condition-primary-cancer-condition-${name}.json`)))
    expect(types.map((one) => stated(one, 'tumour_type'))).toEqual([['LUAD'], ['CLLSLL'], [null], [null]])
  })
})
