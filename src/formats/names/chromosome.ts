/** Chromosome as we write it: no `chr`, mitochondrion `MT`; other contigs as they are. `ch17` occurs in laboratory files. */
export function chromosome(text: string): string {
  const bare = text.startsWith('chr') || text.startsWith('Chr') || text.startsWith('CHR') ? text.slice(3) : text.startsWith('ch') ? text.slice(2) : text
  return bare === 'M' ? 'MT' : bare === 'x' ? 'X' : bare === 'y' ? 'Y' : bare
}
