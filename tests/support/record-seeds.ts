import { bgzf, bgzfEnd } from './bgzf.ts'
import { bytesOf, tabbed } from './reading-of.ts'

/** A small file of each format, with enough in it that an alteration of any byte meets a rule; `of` repeats its records, to make long ones. */
export type RecordSeed = { format: string; of: (records: number) => Uint8Array }

const repeated = (head: string, body: string, tail = '') => (records: number) => bytesOf(`${head}${body.repeat(records)}${tail}`)
/** The same with `§` as the number of the repetition, where a repeated name would be a repeated record. */
const numbered = (head: string, body: string) => (records: number) => bytesOf(head + Array.from({ length: records }, (_, at) => body.replaceAll('§', String(at))).join(''))

const csq = '##INFO=<ID=CSQ,Number=.,Type=String,Description="Format: Allele|Consequence|SYMBOL|HGVSc|HGVSp|MANE_SELECT">'
const vcfHead = `##fileformat=VCFv4.2\n##reference=GRCh38\n##contig=<ID=7,length=159345973>\n${csq}\n#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\tNORMAL\tTUMOR\n`
const vcfBody = '7\t55191822\t.\tT\tG,TA\t.\tPASS\tDP=9;CSQ=G|missense_variant|EGFR|c.2573T>G|p.Leu858Arg|NM_1,A|frameshift_variant|EGFR||p.Leu858fs|\tGT:AD:DP\t0/0:9,0,0:9\t0/1/2:5,3,1:9\n2\t10\tb1\tT\tT]9:4]\t.\tq10;s50\tSVTYPE=BND;MATEID=b2\tGT\t0/0\t0/1\n'
const vcf = repeated(vcfHead, vcfBody)

const mafNames = ['Hugo_Symbol', 'Entrez_Gene_Id', 'NCBI_Build', 'Chromosome', 'Start_Position', 'End_Position', 'Variant_Classification', 'Variant_Type', 'Reference_Allele', 'Tumor_Seq_Allele1', 'Tumor_Seq_Allele2', 'Tumor_Sample_Barcode', 'Mutation_Status', 'HGVSc', 'HGVSp_Short', 't_alt_count', 't_ref_count', 'cbp_driver', 'cbp_driver_annotation']
const mafRows = tabbed(
  ['KRAS', 3845, 'GRCh37', '12', 25398284, 25398284, 'Missense_Mutation', 'SNP', 'C', 'C', 'T', 'S1', 'SOMATIC', 'c.35G>A', 'p.G12D', 30, 70, 'Putative_Driver', 'hotspot'],
  ['TP53', 7157, 'GRCh37', '17', 7577538, 7577540, 'Frame_Shift_Del', 'DEL', 'CAG', 'CAG', '-', 'S2', 'SOMATIC', '', 'p.R248fs*12', 5, 9, '', ''],
  ['TERT', 7015, 'GRCh37', '5', 1295228, 1295228, "5'Flank", 'SNP', 'G', 'G', 'A', 'S1', 'SOMATIC', '', '', '.', 'NA', '', ''],
)

const clinicalHead = `#Patient\tSample\tCode\tMonths\tStatus\tTMB\n#p\ts\tc\tm\to\tt\n#STRING\tSTRING\tSTRING\tNUMBER\tSTRING\tNUMBER\n#1\t1\t1\t1\t1\t1\n${tabbed(['PATIENT_ID', 'SAMPLE_ID', 'ONCOTREE_CODE', 'OS_MONTHS', 'OS_STATUS', 'TMB_NONSYNONYMOUS'])}`
const tso500Head = 'TruSight Oncology 500 - Combined Variant Output\t\t\n[Analysis Details]\t\t\nPair ID\tP7\t\nDNA Sample ID\tD7\t\n[TMB]\nTotal TMB\t27.5\n[MSI]\nUsable MSI Sites\t125\nPercent Unstable MSI Sites\t64.8\n[Gene Amplifications]\nGene\tFold Change\nMET\t2.173\n[Splice Variants]\nGene\tAffected Exon(s)\tBreakpoint 1\tBreakpoint 2\tSplice Supporting Reads\nMET\t14\tchr7:3\tchr7:4\t25\n[Fusions]\nGene Pair\tBreakpoint 1\tBreakpoint 2\tFusion Supporting Reads\nEML4-ALK\tchr2:1\tchr2:2\t12\n[Small Variants]\nGene\tChromosome\tGenomic Position\tReference Call\tAlternative Call\tAllele Frequency\tDepth\tP-Dot Notation\tC-Dot Notation\tConsequence(s)\tAffected Exon(s)\n'

const coded = (code: string, value: object) => ({ code: { coding: [{ system: 'http://loinc.org', code }] }, ...value })
const observation = JSON.stringify({ resource: { resourceType: 'Observation', id: 'v', status: 'final', code: { coding: [{ system: 'http://loinc.org', code: '69548-6' }] }, subject: { reference: 'Patient/p' }, valueCodeableConcept: { coding: [{ code: 'LA9633-4' }] }, component: [
  coded('48018-6', { valueCodeableConcept: { coding: [{ system: 'http://www.genenames.org', code: 'HGNC:3236', display: 'EGFR' }] } }), coded('48005-3', { valueCodeableConcept: { coding: [{ code: 'NP_005219.2:p.(Leu858Arg)' }] } }),
  coded('81258-6', { valueQuantity: { value: 42, code: '%' } }), coded('81290-9', { valueCodeableConcept: { coding: [{ code: 'NC_000007.14:g.55191822T>G' }] } }),
] } })
const fhir = (records: number) => bytesOf(`{"resourceType":"Bundle","type":"collection","entry":[{"resource":{"resourceType":"Patient","id":"p","gender":"female"}}${`,${observation}`.repeat(records)}]}`)

const foundationHead = '<?xml version="1.0" encoding="UTF-8"?>\n<rr:ResultsReport xmlns:rr="http://integration.foundationmedicine.com/reporting"><rr:ResultsPayload><FinalReport/><variant-report specimen="X1.01" disease="Lung"><samples><sample name="SA-1"/></samples><quality-control status="Passed"/><short-variants>'
const foundationTail = '</short-variants><copy-number-alterations><copy-number-alteration gene="ERBB2" type="amplification" copy-number="44" equivocal="true" status="known"/></copy-number-alterations><biomarkers><microsatellite-instability status="MSS"/></biomarkers></variant-report></rr:ResultsPayload></rr:ResultsReport>'

export const recordSeeds: readonly RecordSeed[] = [
  { format: 'vcf', of: vcf },
  { format: 'vcf-bgzf', of: (records) => Uint8Array.from([...bgzf(new TextDecoder().decode(vcf(records))), ...bgzfEnd]) },
  { format: 'maf', of: repeated(`#version 2.4\n${tabbed(mafNames)}`, mafRows) },
  { format: 'cna-wide', of: numbered(tabbed(['Hugo_Symbol', 'Entrez_Gene_Id', 'S1', 'S2', 'S3']), tabbed(['MET§', 4233, 2, 'NA', '-1.5'], ['CDKN2A§', 1029, -2, 0, 1])) },
  { format: 'cna-long', of: numbered(tabbed(['Hugo_Symbol', 'Sample_Id', 'Value', 'cbp_driver', 'cbp_driver_annotation']), tabbed(['ERBB2', 'S§', 2, 'Putative_Driver', 'x'], ['PTEN', 'S§', 'DeepDel', '', ''])) },
  { format: 'structural-variants', of: numbered(tabbed(['Sample_Id', 'SV_Status', 'Site1_Hugo_Symbol', 'Site1_Chromosome', 'Site1_Position', 'Site2_Hugo_Symbol', 'Class', 'Event_Info']), tabbed(['S§', 'SOMATIC', 'ALK', '2', 29446394, 'EML4', 'INVERSION', 'Protein fusion: in frame (EML4-ALK)'])) },
  { format: 'clinical', of: numbered(clinicalHead, tabbed(['P§', 'S§a', 'LUAD', 12.5, '1:DECEASED', 7.1], ['P§', 'S§b', 'AASTR', 'NA', '0:LIVING', ''])) },
  { format: 'gene-table', of: repeated('Befund;;;;\nGen;Aminosäureaustausch;cDNA;VAF (%);Tier\n', 'EGFR;p.L858R;c.2573T>G;12,5;I\n"KRAS";"p.G12C";"";3;"II, C"\n') },
  { format: 'tso500', of: repeated(tso500Head, 'BRAF\tchr7\t140453136\tA\tT\t0.31\t900\tNP_004324.2:p.(Val600Glu)\tNM_004333.4:c.1799T>A\tmissense_variant\t15/18\n\tchr9\t19072413\tC\tT\t0.1\t1404\t\t\t\t\n') },
  { format: 'gene-panel', of: (records) => bytesOf(`stable_id: P1\ndescription: a panel\ngene_list:${'\tEGFR\tKRAS'.repeat(records)}\n`) },
  { format: 'fhir-genomics', of: fhir },
  { format: 'foundation-xml', of: repeated(foundationHead, '<short-variant gene="BRAF" cds-effect="1799T&gt;A" protein-effect="V600E" functional-effect="missense" percent-reads="31.5" depth="536" position="chr7:140453136" transcript="NM_004333" status="known"/>', foundationTail) },
]
