/** Amino acids in one- and three-letter writing (IUPAC, with HGVS `Ter` for a stop). */
const THREE_TO_ONE: Readonly<Record<string, string>> = {
  Ala: 'A', Arg: 'R', Asn: 'N', Asp: 'D', Cys: 'C', Gln: 'Q', Glu: 'E', Gly: 'G', His: 'H', Ile: 'I', Leu: 'L', Lys: 'K', Met: 'M', Phe: 'F',
  Pro: 'P', Ser: 'S', Thr: 'T', Trp: 'W', Tyr: 'Y', Val: 'V', Sec: 'U', Pyl: 'O', Asx: 'B', Glx: 'Z', Xaa: 'X', Ter: '*',
}
const ONE_TO_THREE = new Map(Object.entries(THREE_TO_ONE).map(([three, one]) => [one, three]))
const ONE_LETTERS = new Set(Object.values(THREE_TO_ONE))

/** One letter for a three-letter residue in any case (`Leu`, `LEU`), undefined when it is none. */
export function oneLetterOf(three: string): string | undefined {
  return three.length === 3 ? THREE_TO_ONE[three.charAt(0).toUpperCase() + three.slice(1).toLowerCase()] : undefined
}

/** Three letters for a one-letter residue or stop, undefined when it is none. */
export function threeLettersOf(one: string): string | undefined {
  return ONE_TO_THREE.get(one)
}

export function isResidue(one: string): boolean {
  return ONE_LETTERS.has(one)
}
