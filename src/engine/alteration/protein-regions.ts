/**
 * Residues of exons and domains that evidence names, for changes that come without their exon. Boundaries follow the MANE Select transcripts
 * (EGFR NM_005228, KIT NM_000222, PDGFRA NM_006206, MET NM_000245, ERBB2 NM_004448 …); a residue shared by two exons belongs to the earlier one.
 */
const exons: Readonly<Record<string, Readonly<Record<number, readonly [number, number]>>>> = {
  EGFR: { 18: [688, 728], 19: [729, 761], 20: [762, 823], 21: [824, 875] },
  ERBB2: { 8: [301, 342], 17: [649, 695], 19: [737, 769], 20: [770, 831], 21: [832, 883] },
  KIT: { 8: [411, 448], 9: [449, 514], 11: [550, 592], 13: [627, 664], 14: [665, 714], 17: [788, 828], 18: [829, 861] },
  PDGFRA: { 12: [552, 596], 14: [632, 667], 18: [815, 854] },
  MET: { 14: [963, 1010], 19: [1191, 1245] },
  FLT3: { 14: [569, 610], 15: [611, 646], 20: [807, 847] },
  BRAF: { 11: [439, 478], 15: [581, 620] },
  KRAS: { 2: [1, 37], 3: [38, 97], 4: [98, 150] },
  NRAS: { 2: [1, 37], 3: [38, 97], 4: [98, 150] },
  HRAS: { 2: [1, 37], 3: [38, 97], 4: [98, 150] },
  JAK2: { 12: [505, 547], 14: [593, 622] },
  CTNNB1: { 3: [5, 80] },
  CALR: { 9: [352, 417] },
  NPM1: { 11: [283, 294], 12: [283, 294] },
  PIK3CA: { 10: [522, 555], 21: [979, 1068] },
  NOTCH1: { 26: [1556, 1656], 27: [1657, 1721], 34: [2140, 2555] },
}

const domains: Readonly<Record<string, Readonly<Record<string, readonly [number, number]>>>> = {
  EGFR: { kinase: [712, 979], extracellular: [25, 645] },
  ERBB2: { kinase: [720, 987], extracellular: [23, 652], transmembrane: [653, 675] },
  ERBB3: { kinase: [709, 966], extracellular: [20, 643] },
  FGFR2: { kinase: [481, 770], extracellular: [22, 377] },
  FGFR3: { kinase: [472, 761], extracellular: [23, 375] },
  ALK: { kinase: [1116, 1392] },
  ROS1: { kinase: [1945, 2222] },
  RET: { kinase: [724, 1016], extracellular: [29, 635] },
  MET: { kinase: [1078, 1345] },
  NTRK1: { kinase: [510, 781] },
  NTRK2: { kinase: [538, 807] },
  NTRK3: { kinase: [538, 825] },
  ABL1: { kinase: [242, 493] },
  BRAF: { kinase: [457, 717] },
  KIT: { kinase: [589, 937], juxtamembrane: [550, 592] },
  PDGFRA: { kinase: [593, 954] },
  FLT3: { kinase: [610, 943], juxtamembrane: [572, 609] },
  POLE: { exonuclease: [268, 471] },
  POLD1: { exonuclease: [304, 517] },
  ESR1: { 'ligand-binding': [311, 547] },
  AR: { 'ligand-binding': [669, 920] },
  PIK3CA: { kinase: [797, 1068], helical: [517, 694] },
}

/** The same rows as lists: a residue is looked up for every alteration of every run. */
const exonList = new Map(Object.entries(exons).map(([gene, rows]) => [gene, Object.entries(rows).map(([exon, [from, to]]) => ({ exon: Number(exon), from, to }))]))

/** Are the residues of the gene's exons known? */
export const hasExons = (gene: string): boolean => exonList.has(gene)

/** Exon that holds a residue, null when the gene or the residue is not in the table. */
export function exonOfResidue(gene: string, residue: number): number | null {
  return exonList.get(gene)?.find(({ from, to }) => residue >= from && residue <= to)?.exon ?? null
}

/** Does a residue lie in a named domain of the gene? Null when the domain is not in the table: then nobody can say. */
export function isInDomain(gene: string, domain: string, residue: number): boolean | null {
  const range = domains[gene]?.[domain.toLowerCase()]
  return range ? residue >= range[0] && residue <= range[1] : null
}
