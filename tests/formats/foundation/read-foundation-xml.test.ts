import { describe, expect, it } from 'vitest'
import { codes, readingOf } from '#tests/support/reading-of.ts'

const report = (inside: string, quality = 'Passed') => `<?xml version="1.0" encoding="UTF-8"?>
<rr:ResultsReport xmlns:rr="http://integration.foundationmedicine.com/reporting"><rr:ResultsPayload><FinalReport/>
<variant-report specimen="X1.01" disease="Lung"><samples><sample name="SA-1"/></samples><quality-control status="${quality}"/>${inside}
<biomarkers><microsatellite-instability status="MSS"/><tumor-mutation-burden score="12.6" status="intermediate" unit="mutations-per-megabase"/></biomarkers>
</variant-report></rr:ResultsPayload></rr:ResultsReport>`

describe('a Foundation Medicine report', () => {
  it('reads short variants without c. and p., splice changes as splice changes, fractions and depth', async () => {
    const reading = await readingOf({ a: report(`<short-variants>
      <short-variant gene="BRAF" cds-effect="1799T&gt;A" protein-effect="V600E" functional-effect="missense" percent-reads="31.5" depth="536" position="ch7:140453136" transcript="NM_004333" status="known" equivocal="false"/>
      <short-variant gene="MLL2" cds-effect="10495C&gt;T" protein-effect="Q3499*" functional-effect="nonsense" allele-fraction="0.4" depth="9" position="chr12:1" status="unknown"/>
      <short-variant gene="TP53" cds-effect="376-1G&gt;A" protein-effect="splice site 376-1G&gt;A" functional-effect="splice" percent-reads="38" depth="574" position="chr17:7578555" status="likely"/>
      <short-variant cds-effect="1A&gt;G" protein-effect="M1V"/></short-variants>`) })
    expect(reading).toMatchObject({ format: 'foundation-xml', genomeBuild: 'GRCh37', tumourOnly: true, samples: ['X1.01'], records: 4, read: 3, listed: { no_gene_annotation: 1 } })
    expect(reading.alterations.map((one) => [one.gene, one.kind, one.hgvsp, one.hgvsc, one.vaf])).toEqual([['BRAF', 'snv', 'p.V600E', 'c.1799T>A', 0.315], ['KMT2D', 'snv', 'p.Q3499*', 'c.10495C>T', 0.4], ['TP53', 'splice', null, 'c.376-1G>A', 0.38]])
    expect(reading.alterations[0]?.genomic).toMatchObject({ chrom: '7', pos: 140453136 })
    expect(reading.alterations[1]?.asReported).toMatch(/MLL2.*status unknown/)
    expect(codes(reading)).toEqual(['gene_renamed', 'genome_build_by_format'])
  })

  it('reads absolute copies, says equivocal calls, and tells fusions from truncations', async () => {
    const reading = await readingOf({ a: report(`<copy-number-alterations>
      <copy-number-alteration gene="ERBB2" type="amplification" copy-number="44" equivocal="false" number-of-exons="7 of 7" position="chr17:1-2" status="known"/>
      <copy-number-alteration gene="MET" type="amplification" copy-number="6" equivocal="true" status="known"/>
      <copy-number-alteration gene="CDKN2A" type="loss" copy-number="0" equivocal="false" status="known"/></copy-number-alterations>
      <rearrangements><rearrangement targeted-gene="ALK" other-gene="EML4" type="fusion" supporting-read-pairs="83" pos1="chr2:1-9" status="known"/><rearrangement target-gene="RB1" other-gene="N/A" type="truncation" pos1="ch13:5-6" status="likely"/></rearrangements>`) })
    expect(reading.alterations.map((one) => [one.gene, one.kind, one.partner, one.copyNumber])).toEqual([['ERBB2', 'amplification', null, 44], ['MET', 'amplification', null, 6], ['CDKN2A', 'deletion', null, 0], ['ALK', 'fusion', 'EML4', null], ['RB1', 'rearrangement', null, null]])
    expect(codes(reading)).toContain('equivocal_call')
    expect(reading.biomarkers).toMatchObject([{ name: 'MSI', value: 'MSS', call: 'low' }, { name: 'TMB', value: 12.6, call: 'intermediate' }])
  })

  it('says that quality control was not passed', async () => {
    expect(codes(await readingOf({ a: report('', 'Qualified') }))).toContain('quality_control_not_passed')
    expect(codes(await readingOf({ a: report('') }))).not.toContain('quality_control_not_passed')
  })

  it('refuses broken XML with its line, entities of its own, and a report without variants', async () => {
    const broken = await readingOf({ a: report('<short-variants>') })
    expect([codes(broken), broken.problems[0]?.line]).toEqual([['xml_broken'], expect.any(Number)])
    expect(codes(await readingOf({ a: `<!DOCTYPE x [<!ENTITY a "b">]>${report('')}` }))).toEqual(['xml_with_definitions'])
    expect(codes(await readingOf({ a: '<ResultsReport><a/></ResultsReport>' }))).toEqual(['report_without_variants'])
  })
})
