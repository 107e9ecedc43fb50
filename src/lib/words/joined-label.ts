/** `EGFR C797S + EGFR L858R` is EGFR C797S + L858R: one gene is named once. */
export function joinedLabel(label: string): string {
  const [first = '', ...rest] = label.split(' + ')
  const gene = first.split(' ')[0] ?? ''
  return [first, ...rest.map((one) => (gene !== '' && one.startsWith(`${gene} `) ? one.slice(gene.length + 1) : one))].join(' + ')
}
