import { describe, expect, it } from 'vitest'
import type { ColumnMapping } from '#src/domain/column-mapping.ts'
import { headerFingerprint } from '#src/formats/gene-table/columns-of-table.ts'
import { bytesOf, codes, readingOf } from '#tests/support/reading-of.ts'

describe('a laboratory\'s own table', () => {
  it('finds columns by their names, decimal commas and percentages', async () => {
    const reading = await readingOf({ a: 'Gen;Proteinchange;cDNA;VAF;Coverage\nEGFR;p.L858R;c.2573T>G;12,5 %;400\nTP53;p.R273H;;40%;100\nKRAS;G12C;;35;80\n' })
    expect(reading.alterations.map((one) => [one.gene, one.hgvsp, one.vaf, one.depth])).toEqual([['EGFR', 'p.L858R', 0.125, 400], ['TP53', 'p.R273H', 0.4, 100], ['KRAS', 'p.G12C', 0.35, 80]])
    expect(codes(reading)).toEqual(['columns_by_name'])
  })

  it('reads calls, fusions and origin; counts what is neutral, failed or unclear', async () => {
    const calls = await readingOf({ a: 'gene\tcall\nERBB2\tAmplification\nPTEN\tneutral\nRB1\tWild type\nCDKN2A\tDeletion\n' })
    expect(calls.alterations.map((one) => [one.gene, one.kind])).toEqual([['ERBB2', 'amplification'], ['CDKN2A', 'deletion']])
    expect(calls.listed).toEqual({ no_copy_number_call: 1, kind_of_change_unknown: 1 })
    const fusions = await readingOf({ a: 'Caller,Gene A,Gene B,Filter,KeepFusion\nX,EML4,ALK,PASS,True\nX,KRAS,TP53,FAIL;LOW,False\nX,BCR;ABL1,BCR;ABL1,PASS,True\n' })
    expect(fusions.alterations.map((one) => [one.gene, one.partner])).toEqual([['EML4', 'ALK'], ['BCR', 'ABL1']])
    expect(fusions.listed).toEqual({ failed_by_the_caller: 1 })
    const mixed = await readingOf({ a: 'feature_type\tfeature\talteration_type\talteration\nGermline Variant\tBRCA1\tFrameshift\tp.Q1756fs\nRearrangement\tALK\tFusion\tEML4--ALK\n' })
    expect(mixed.alterations.map((one) => [one.gene, one.kind, one.origin])).toEqual([['BRCA1', 'indel', 'germline'], ['EML4', 'fusion', 'unknown']])
  })

  it('reads plain text that is called xlsx, and a table without a header', async () => {
    const reading = await readingOf({ 'snv.xlsx': '"BRAF";"missense mutation";"V600E"\n"TP53";"frame shift ins";"V571fs"\n' })
    expect(reading.alterations.map((one) => [one.gene, one.hgvsp, one.kind])).toEqual([['BRAF', 'p.V600E', 'snv'], ['TP53', 'p.V571fs', 'indel']])
    expect(reading.records).toBe(2)
  })

  it.each<[string, string, Record<string, unknown>]>([
    ['HGNC and HGVS words', 'HGNC symbol,HGVS.p,HGVS.c,VAF (%),Depth (x),Tier\nEGFR,p.L858R,c.2573T>G,12.5,400,I-A\n', { gene: 'EGFR', hgvsp: 'p.L858R', hgvsc: 'c.2573T>G', vaf: 0.125, depth: 400 }],
    ['a column headed %', 'Symbol\tp.\t%\nKRAS\tG12D\t0,8\n', { gene: 'KRAS', hgvsp: 'p.G12D', vaf: 0.008 }],
    ['a title, the patient and the panel above the table', 'Befund Tumorboard;;\nPanel;TSO500;\n\nGen;Aminosäureaustausch;Allelfrequenz [%]\nBRAF;p.V600E;31,4\n', { gene: 'BRAF', hgvsp: 'p.V600E', vaf: 0.314 }],
    ['patient and sample beside the finding', 'Patient_ID,Sample_ID,Gene,Protein_Change\nP1,S1,TP53,p.R248Q\n', { gene: 'TP53', sample: 'S1', hgvsp: 'p.R248Q' }],
    ['genes first, as a matrix has them', 'Gene_Symbol;Protein_Change;VAF\nKRAS;p.G12C;0,31\n', { gene: 'KRAS', hgvsp: 'p.G12C', vaf: 0.31 }],
    ['the change under Variant', 'Gene,Variant,VAF\nEGFR,L858R,0.2\n', { gene: 'EGFR', hgvsp: 'p.L858R', vaf: 0.2 }],
    ['the call under Alteration', 'Gene,Alteration\nERBB2,Amplification\n', { gene: 'ERBB2', kind: 'amplification' }],
    ['a fusion and its partner', 'Gene;Partner;Type\nEML4;ALK;Fusion\n', { gene: 'EML4', partner: 'ALK', kind: 'fusion' }],
    ['a fusion whose partner is not said', 'Gene;Type\nALK;Fusion\n', { gene: 'ALK', kind: 'category', category: 'fusion' }],
    ['places and alleles only', 'Gene,Chr,Pos,Ref,Alt\nEGFR,chr7,55259515,T,G\n', { gene: 'EGFR', kind: 'snv', genomic: { chrom: '7', pos: 55259515, ref: 'T', alt: 'G' } }],
  ])('understands %s', async (_, text, finding) => {
    const reading = await readingOf({ a: text })
    expect(reading.alterations).toMatchObject([finding])
    expect(reading.problems.filter((problem) => problem.severity === 'error')).toEqual([])
  })

  it('is the same with a byte order mark, in UTF-16 and as an old spreadsheet writes it', async () => {
    const text = 'Gen;Aminosäureaustausch\r\nBRAF;p.V600E\r\n'
    const utf16 = (mark: boolean) => Uint8Array.from([...(mark ? [0xff, 0xfe] : []), ...[...text].flatMap((char) => [char.charCodeAt(0) & 255, char.charCodeAt(0) >> 8])])
    const latin1 = Uint8Array.from([...text].map((char) => char.charCodeAt(0)))
    for (const bytes of [bytesOf(text), bytesOf(`\uFEFF${text}`), utf16(true), utf16(false), latin1]) {
      const reading = await readingOf({ a: bytes })
      expect(reading.alterations).toMatchObject([{ gene: 'BRAF', hgvsp: 'p.V600E' }])
      expect(reading.tables[0]?.columns.map((column) => column.name)).toEqual(['Gen', 'Aminosäureaustausch'])
    }
  })

  it('does not guess whether 0.8 beside 35 is a fraction or a percentage', async () => {
    const reading = await readingOf({ a: 'Gene;Protein;VAF\nEGFR;p.L858R;35\nKRAS;p.G12C;0.8\nTP53;p.R273H;0,4 %\n' })
    expect(reading.alterations.map((one) => one.vaf)).toEqual([0.35, null, 0.004])
    expect(reading.problems.find((problem) => problem.code === 'vaf_scale_unclear')).toMatchObject({ line: 3, column: 'VAF' })
    const said = await readingOf({ a: 'Gene;Protein;VAF\nEGFR;p.L858R;35\nKRAS;p.G12C;0.8\n' }, mapped({ VAF: 'vaf_percent' }))
    expect(said.alterations.map((one) => one.vaf)).toEqual([0.35, 0.008])
  })

  it('says at which line a row does not fit its header or a cell does not close', async () => {
    const reading = await readingOf({ a: 'Gene,Protein,VAF\nEGFR,p.L858R,12,5\nKRAS,"p.G12C,0.1\nTP53,p.R273H,0.1\n' })
    expect(reading.alterations).toHaveLength(1)
    expect(reading.listed).toEqual({ unreadable_line: 2 })
    expect(reading.problems.filter((problem) => problem.severity === 'error').map((problem) => [problem.code, problem.line])).toEqual([['column_count', 2], ['quote_not_closed', 3]])
  })
})

const mapped = (columns: ColumnMapping) => ({ mappings: { byFile: { a: { columns, source: 'the mapping given' } }, byHeader: {} } })

describe('a table whose columns are not understood', () => {
  const strange = 'Locus;Befund;Anteil;Bemerkung\nEGFR;p.L858R;12,5 %;\nKRAS;p.G12C;3 %;siehe Text\n'

  it('is not read; it is answered with its columns, their first values and a guess', async () => {
    const reading = await readingOf({ a: strange })
    expect(reading).toMatchObject({ records: 2, read: 0, alterations: [], listed: { columns_not_understood: 2 } })
    expect(codes(reading)).toEqual(['columns_not_understood'])
    expect(reading.tables).toEqual([{
      file: 'a', fingerprint: headerFingerprint(['locus', 'BEFUND', ' Anteil', 'bemerkung']), rows: 2, understood: false, columns: [
        { name: 'Locus', firstValues: ['EGFR', 'KRAS'], meaning: 'gene', by: 'guess' }, { name: 'Befund', firstValues: ['p.L858R', 'p.G12C'], meaning: 'protein', by: 'guess' },
        { name: 'Anteil', firstValues: ['12,5 %', '3 %'], meaning: 'vaf_percent', by: 'guess' }, { name: 'Bemerkung', firstValues: ['', 'siehe Text'], meaning: null, by: 'nothing' },
      ],
    }])
  })

  it('is read by what a person says, of the file or of its header', async () => {
    const columns: ColumnMapping = { Locus: 'gene', Befund: 'protein', Anteil: 'vaf' }
    const fingerprint = headerFingerprint(['Locus', 'Befund', 'Anteil', 'Bemerkung'])
    for (const mappings of [{ byFile: { a: { columns, source: 'the mapping of 2026-11-20 by Anna Koch' } }, byHeader: {} }, { byFile: {}, byHeader: { [fingerprint]: { columns, source: 'the mapping of 2026-11-20 by Anna Koch' } } }]) {
      const reading = await readingOf({ a: strange }, { mappings })
      expect(reading.alterations).toMatchObject([{ gene: 'EGFR', hgvsp: 'p.L858R', vaf: 0.125 }, { gene: 'KRAS', hgvsp: 'p.G12C', vaf: 0.03 }])
      expect(reading.tables[0]).toMatchObject({ understood: true, columns: [{ by: 'mapping' }, { by: 'mapping' }, { by: 'mapping' }, { by: 'nothing' }] })
      expect(reading.problems).toMatchObject([{ code: 'columns_by_mapping', line: 1, message: expect.stringContaining('the mapping of 2026-11-20 by Anna Koch') }])
    }
    const byNames = await readingOf({ a: strange }, { mappings: { byFile: { a: null }, byHeader: { [fingerprint]: { columns, source: 'x' } } } })
    expect(byNames.alterations).toEqual([])
  })

  it('lets a person overrule a name, and says columns that are not there', async () => {
    const reading = await readingOf({ a: 'Gene;Protein;Change\nfirst;second;p.L858R\n' }, mapped({ Change: 'protein', Gone: 'coding' }))
    expect(reading.tables[0]?.columns.map(({ name, meaning }) => [name, meaning])).toEqual([['Gene', 'gene'], ['Protein', null], ['Change', 'protein']])
    expect(codes(reading)).toEqual(['mapping_column_missing', 'columns_by_mapping'])
    expect(reading.alterations).toMatchObject([{ gene: 'first', hgvsp: 'p.L858R' }])
  })

  it('names blank and repeated columns so that each can be meant', async () => {
    const reading = await readingOf({ a: 'Locus;;Wert;Wert\nEGFR;p.L858R;1;2\n' }, mapped({ Locus: 'gene', 'column 2': 'protein', 'Wert (2)': 'depth' }))
    expect(reading.alterations).toMatchObject([{ gene: 'EGFR', hgvsp: 'p.L858R', depth: 2 }])
  })
})
