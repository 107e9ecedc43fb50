/**
 * Names of changes that do not follow from their own text: places of the TERT promoter by genome, old numbers of BRCA founders, and coding names of hotspots with the protein
 * change they are (a table, since no sequence is at hand). Transcripts: EGFR NM_005228, BRAF NM_004333, KRAS NM_004985, NRAS NM_002524, PIK3CA NM_006218, MET NM_000245,
 * IDH1 NM_005896, JAK2 NM_004972, KIT NM_000222, ERBB2 NM_004448, NPM1 NM_002520, TERT NM_198253, BRCA1 NM_007294, BRCA2 NM_000059.
 */
const coding: Readonly<Record<string, string>> = {
  // places in GRCh37, chr5:1295228 and 1295250 (PMID 23348506, 23348503)
  'TERT C228T': 'c.-124C>T', 'TERT C250T': 'c.-146C>T', 'TERT C228A': 'c.-124C>A',
  // Breast Cancer Information Core numbers
  'BRCA1 185delAG': 'c.68_69del', 'BRCA1 187delAG': 'c.68_69del', 'BRCA1 5382insC': 'c.5266dup', 'BRCA1 5385insC': 'c.5266dup', 'BRCA2 6174delT': 'c.5946del',
}
const protein: Readonly<Record<string, string>> = {
  'EGFR c.2235_2249del': 'E746_A750del', 'EGFR c.2236_2250del': 'E746_A750del', 'EGFR c.2573T>G': 'L858R', 'EGFR c.2369C>T': 'T790M', 'EGFR c.2389T>A': 'C797S', 'EGFR c.2390G>C': 'C797S', 'EGFR c.2582T>A': 'L861Q',
  'BRAF c.1799T>A': 'V600E', 'BRAF c.1798_1799delinsAA': 'V600K', 'KRAS c.34G>T': 'G12C', 'KRAS c.34G>A': 'G12S', 'KRAS c.34G>C': 'G12R', 'KRAS c.35G>A': 'G12D', 'KRAS c.35G>T': 'G12V', 'KRAS c.35G>C': 'G12A',
  'KRAS c.38G>A': 'G13D', 'KRAS c.183A>C': 'Q61H', 'NRAS c.181C>A': 'Q61K', 'NRAS c.182A>G': 'Q61R', 'NRAS c.182A>T': 'Q61L', 'PIK3CA c.1624G>A': 'E542K', 'PIK3CA c.1633G>A': 'E545K', 'PIK3CA c.3140A>G': 'H1047R',
  'IDH1 c.395G>A': 'R132H', 'JAK2 c.1849G>T': 'V617F', 'KIT c.2447A>T': 'D816V', 'ERBB2 c.2313_2324dup': 'Y772_A775dup', 'NPM1 c.860_863dup': 'W288Cfs*12', 'MET c.3028G>A': 'D1010N', 'MET c.3028G>C': 'D1010H', 'MET c.3028G>T': 'D1010Y',
}

const within = (table: Readonly<Record<string, string>>, key: string) => (Object.hasOwn(table, key) ? table[key] ?? null : null)

/** HGVS of a name that only tradition explains, or null. */
export const traditionalCoding = (gene: string, text: string): string | null => within(coding, `${gene} ${text}`)

/** A deletion or duplication spelt out or counted (`del15`, `delGGAATT`, `dupC`) without what HGVS leaves out. Insertions are kept whole. */
export const withoutSpelling = (hgvsc: string): string => /^(c\.[-*0-9+_]{1,40}(?:del|dup))(?:[ACGT]{1,200}|[0-9]{1,4})$/.exec(hgvsc)?.[1] ?? hgvsc

/** The protein change that a hotspot's coding name stands for, or null. */
export const hotspotProtein = (gene: string, hgvsc: string): string | null => within(protein, `${gene} ${withoutSpelling(hgvsc)}`)

/** Codons for which `X` is written for *any residue*; elsewhere a closing `X` is the old sign of a stop. */
const anyResidue = new Set([
  'EGFR G719', 'EGFR L861', 'EGFR S768', 'EGFR C797', 'EGFR L718', 'EGFR G724', 'ALK F1174', 'ALK I1171', 'AR W742', 'ESR1 Y537', 'ESR1 L536', 'FGFR2 N549', 'FGFR2 N550', 'FGFR2 V564', 'FGFR2 V565', 'KIT D816', 'KIT D820', 'KIT N822', 'KRAS G12', 'KRAS G13', 'KRAS Q61', 'KRAS A146', 'KRAS H95', 'KRAS R68',
  'KRAS Y96', 'NRAS G12', 'NRAS G13', 'NRAS Q61', 'HRAS G12', 'HRAS G13', 'HRAS Q61', 'MET D1228', 'MET Y1230', 'NTRK1 G667', 'NTRK3 F617', 'NTRK3 G623', 'RET G810', 'RET V804', 'RET C634', 'ROS1 S1986', 'ROS1 G2032', 'SMO D473', 'EZH2 Y641', 'EZH2 Y646', 'FLT3 D835', 'PIK3CA M1043', 'PIK3CA H1047', 'PIK3CA E542', 'PIK3CA E545',
  'BRAF V600', 'BRAF K601', 'IDH1 R132', 'IDH2 R140', 'IDH2 R172', 'GNAQ Q209', 'GNA11 Q209', 'PDGFRA D842', 'ERBB2 V777', 'ERBB2 L755', 'ERBB2 S310', 'TP53 P72',
])
export const isAnyResidue = (gene: string, codon: string): boolean => anyResidue.has(`${gene} ${codon}`)
