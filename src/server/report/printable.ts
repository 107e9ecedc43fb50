/** Signs that the typeface lacks, by signs it has. */
const instead: Readonly<Record<string, string>> = { '→': '>', '←': '<', '↑': '+', '↓': '-', '▲': '+', '▼': '-', '✓': 'yes', '✗': 'no', '⊣': '-|', '≈': '~', '\u00a0': ' ', '\u2011': '-' }
export const printable = (text: string): string => text.replace(/[→←↑↓▲▼✓✗⊣≈\u00a0\u2011]/g, (sign) => instead[sign] ?? sign)
