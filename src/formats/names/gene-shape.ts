const months = new Set(['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'])

/** `9-Sep`, `Mar-1`, `2-Mar-04`: what spreadsheets make of SEPT9 and MARCH1 (Ziemann 2016, PMID 27552985). */
export function isSpreadsheetDate(text: string): boolean {
  const pieces = text.split('-')
  if (pieces.length < 2 || pieces.length > 3) return false
  return pieces.some((piece) => months.has(piece.toLowerCase())) && pieces.every((piece) => months.has(piece.toLowerCase()) || /^[0-9]{1,4}$/.test(piece))
}

/** Why a name cannot be a gene symbol of HGNC, or null. Unknown but well-formed names are kept: our table holds the genes that matter, not all of them. */
export function geneNameFault(name: string): string | null {
  if (isSpreadsheetDate(name)) return 'is a date: a spreadsheet has changed the name of a gene (SEPTIN, MARCHF)'
  if (/^[0-9]+$/.test(name)) return 'is a number; an Entrez id may stand in the column of symbols'
  if (/^[0-9]+-[A-Z]{2}/.test(name)) return 'begins with a number and a hyphen, as no gene symbol does'
  if (/^[a-z]{1,3}[A-Z]{3}/.test(name)) return 'begins with small letters before capitals, as no gene symbol does'
  if (name.includes('|') || name.includes(' ')) return 'holds a bar or a space, as no gene symbol does'
  return null
}
