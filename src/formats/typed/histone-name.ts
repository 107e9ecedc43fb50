/**
 * `H3K27M`, `H3 K27M`, `H3.3 p.K28M`, `H3.1 K27M`: pathology names the histone, not its gene. H3.3 is written by H3-3A, which carries most K27M and G34 changes of
 * gliomas (PMID 22286061); the H3.1 of K27M gliomas is mostly H3C2 (PMID 22286216). `assumed`: the histone was not told apart. Null for anything else.
 */
export function histoneName(text: string): { item: string; assumed: boolean } | null {
  const parts = /^(?:histone )?H3(\.[13])?[ -]?(?:p\.)?([KG](?:27|28|34|35|36|37)[A-Z])(?:[ -]mutant|[ -]mutation|[ -]mutated)?$/i.exec(text)
  return parts ? { item: `${parts[1] === '.1' ? 'H3C2' : 'H3-3A'} ${(parts[2] ?? '').toUpperCase()}`, assumed: parts[1] !== '.3' } : null
}
