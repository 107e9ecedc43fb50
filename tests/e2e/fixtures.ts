import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { tabbed } from '#tests/support/reading-of.ts'
import { sharedPath } from '#tests/support/shared-data.ts'

/** A file as it is dropped. `says`: what the answer must tell the clinician. */
export type Dropped = { name: string; bytes: Buffer }
export type Broken = Dropped & { says: RegExp }

/** Nobody real. The marks stand in free text and must never be met where they are not meant to be. */
export const patient = { pseudonym: 'Solvej Ankarstrand', localId: 'LOC-77120', birthYear: '1947' } as const
export const marks = { genomics: 'KINGFISHER', oncology: 'LAPWING' } as const

const head = ['Hugo_Symbol', 'NCBI_Build', 'Chromosome', 'Start_Position', 'Variant_Classification', 'Variant_Type', 'Reference_Allele', 'Tumor_Seq_Allele1', 'Tumor_Seq_Allele2', 'Tumor_Sample_Barcode', 'HGVSp_Short', 't_alt_count', 't_ref_count', 'Mutation_Status']
type Call = readonly [gene: string, chrom: string, pos: number, ref: string, alt: string, change: string, kind: string, alt_reads: number]

/** A lung adenocarcinoma after osimertinib, invented: three changes in EGFR, two lost suppressors, and passengers. */
const calls: readonly Call[] = [
  ['EGFR', '7', 55191822, 'T', 'G', 'p.L858R', 'Missense_Mutation', 148], ['EGFR', '7', 55181378, 'C', 'T', 'p.T790M', 'Missense_Mutation', 96], ['EGFR', '7', 55181398, 'T', 'A', 'p.C797S', 'Missense_Mutation', 71],
  ['TP53', '17', 7673803, 'G', 'A', 'p.R273C', 'Missense_Mutation', 132], ['RB1', '13', 48381277, 'C', 'T', 'p.R556*', 'Nonsense_Mutation', 121],
  ['TTN', '2', 178590100, 'G', 'A', 'p.R12034H', 'Missense_Mutation', 61], ['MUC16', '19', 8950012, 'C', 'T', 'p.S8021L', 'Missense_Mutation', 44], ['RYR2', '1', 237602345, 'G', 'T', 'p.A1211S', 'Missense_Mutation', 52],
  ['CSMD3', '8', 112444120, 'C', 'A', 'p.G1530V', 'Missense_Mutation', 49], ['LRP1B', '2', 140700231, 'A', 'G', 'p.N2810S', 'Missense_Mutation', 38], ['USH2A', '1', 215700500, 'G', 'A', 'p.P4001S', 'Missense_Mutation', 40],
  ['ZFHX4', '8', 76850011, 'C', 'T', 'p.T1202I', 'Missense_Mutation', 36], ['FLG', '1', 152305110, 'G', 'C', 'p.Q2510E', 'Missense_Mutation', 33], ['XIRP2', '2', 167240087, 'A', 'T', 'p.K901N', 'Missense_Mutation', 29],
  ['SPTA1', '1', 158640991, 'C', 'T', 'p.R1412Q', 'Missense_Mutation', 57], ['OBSCN', '1', 228310044, 'G', 'A', 'p.E3320K', 'Missense_Mutation', 31], ['PCLO', '7', 82950233, 'T', 'C', 'p.L2204P', 'Missense_Mutation', 27],
  ['DNAH9', '17', 11680450, 'G', 'T', 'p.W1980L', 'Missense_Mutation', 35], ['NAV3', '12', 78060020, 'A', 'G', 'p.D704G', 'Missense_Mutation', 24], ['COL11A1', '1', 102980770, 'C', 'A', 'p.P811H', 'Missense_Mutation', 30],
  ['ANK2', '4', 113350880, 'G', 'A', 'p.G2990R', 'Missense_Mutation', 26], ['HMCN1', '1', 186020041, 'T', 'G', 'p.F1740V', 'Missense_Mutation', 28], ['PKHD1L1', '8', 109420505, 'C', 'G', 'p.S2115C', 'Missense_Mutation', 22],
  ['TTN', '2', 178600500, 'C', 'T', 'p.T9031=', 'Silent', 18],
]
const rowOf = ([gene, chrom, pos, ref, alt, change, kind, alt_reads]: Call) => [gene, 'GRCh38', chrom, pos, kind, 'SNP', ref, ref, alt, 'TUMOUR-01', change, alt_reads, 420 - alt_reads, 'SOMATIC']
const mafText = tabbed(head, ...calls.map(rowOf))

export const maf: Dropped = { name: 'tumour.maf', bytes: Buffer.from(mafText) }
/** Rows that are alterations: all but the silent one. */
export const readable = calls.length - 1

/** The same laboratory, a week later: RB1 is gone, PIK3CA is new, and C797S was counted again. */
const correctedCalls: readonly Call[] = [...calls.filter(([gene]) => gene !== 'RB1').map((call): Call => (call[5] === 'p.C797S' ? [...call.slice(0, 7), 35] as unknown as Call : call)), ['PIK3CA', '3', 179218303, 'G', 'A', 'p.E545K', 'Missense_Mutation', 88]] // eight cells as before, the last another
export const correctedMaf: Dropped = { name: 'tumour-corrected.maf', bytes: Buffer.from(tabbed(head, ...correctedCalls.map(rowOf))) }

const packed = gzipSync(Buffer.from(mafText))
const half = (bytes: Buffer) => bytes.subarray(0, Math.floor(bytes.length / 2))

/** Broken by our own hands: cut in the middle of a transfer. */
export const cutMaf: Broken = { name: 'second-run.maf.gz', bytes: half(packed), says: /ends in the middle of its data.*export or copy it again/is }

/** A laboratory's own table: no name of a column is known, its values look like a gene and a protein change. */
export const tableWithItsOwnWords: Dropped = { name: 'befund.csv', bytes: Buffer.from('Genbezeichnung;Befund im Protein;Anteil\nEGFR;p.L858R;31\nTP53;p.R273C;22\n') }

const loinc = (code: string) => ({ coding: [{ system: 'http://loinc.org', code }] })
/** A bundle of HL7 FHIR that names its patient, specimen and one change; nobody real. */
export const bundleOfOneMan: Dropped = {
  name: 'laboratory.json',
  bytes: Buffer.from(JSON.stringify({
    resourceType: 'Bundle', type: 'collection',
    entry: [
      { fullUrl: 'urn:uuid:p1', resource: { resourceType: 'Patient', id: 'p1', identifier: [{ value: 'H-5512' }], name: [{ family: 'Brandt', given: ['Ivo'] }], gender: 'male', birthDate: '1951-03-02' } },
      { fullUrl: 'urn:uuid:s1', resource: { resourceType: 'Specimen', id: 's1', subject: { reference: 'urn:uuid:p1' }, collection: { collectedDateTime: '2026-10-21' } } },
      {
        fullUrl: 'urn:uuid:o1',
        resource: {
          resourceType: 'Observation', id: 'o1', status: 'final', code: loinc('69548-6'), subject: { reference: 'urn:uuid:p1' }, specimen: { reference: 'urn:uuid:s1' }, valueCodeableConcept: loinc('LA9633-4'),
          component: [{ code: loinc('48018-6'), valueCodeableConcept: { coding: [{ system: 'http://www.genenames.org', code: 'HGNC:3236', display: 'EGFR' }] } }, { code: loinc('48005-3'), valueCodeableConcept: { coding: [{ code: 'p.Leu858Arg' }] } }],
        },
      },
    ],
  })),
}

/** Three bad ones of the shared collection: a compressed VCF cut in half, a VCF without its header, a table of segments without genes. */
export function sharedBroken(): Broken[] {
  const at = (path: string) => readFileSync(sharedPath('cases', ...path.split('/')) ?? '')
  return [
    { name: 'cut.vcf.gz', bytes: half(at('vcf/scout/cancer_test.vcf.gz')), says: /ends in the middle of its data/i },
    { name: 'no-header.vcf', bytes: at('vcf/snpeff/test_gVCF_NON_REF.vcf'), says: /no line beginning with #CHROM.*ask the laboratory/is },
    { name: 'segments.tsv', bytes: at('case/pcgr/T001-COAD.grch38.cna.tsv'), says: /columns of this table are not known.*a column of genes.*enter the findings by hand/is },
  ]
}
