/** Forms a person may have meant, with the words that give them away. */
const forms = [
  'EGFR L858R', 'EGFR exon 19 deletion', 'BRCA1 c.5266dupC', 'MET exon 14 skipping', 'EML4::ALK', 'ALK fusion', 'ERBB2 amplification', 'CDKN2A deletion', 'PTEN loss',
  'RB1 truncating', 'BRAF mutation', 'FLT3-ITD', 'germline BRCA2 loss', 'BRCA2 reversion', 'EGFR T790M + C797S in cis', 'MSI-H', 'TMB 120', 'HRD', 'HER2 IHC 3+', 'ER+',
  'HLA-A*02:01', '17p deletion', 'H3-3A K27M', 'DLL3 high', 'MET overexpression', 'MET expression high', 'CLDN18.2 80%', 'germline DPYD loss', 'wild-type KRAS, NRAS', 'PD-L1 TPS 50%',
] as const

/** Number of single-letter edits between two short texts (Levenshtein); texts are cut to 40 letters, so the work is bounded. */
function distance(a: string, b: string): number {
  const [x, y] = [a.slice(0, 40), b.slice(0, 40)]
  let row = Array.from({ length: y.length + 1 }, (_, i) => i)
  for (let i = 1; i <= x.length; i++) {
    const next = [i]
    for (let j = 1; j <= y.length; j++) {
      const keep = (row[j - 1] ?? 0) + (x[i - 1] === y[j - 1] ? 0 : 1)
      next.push(Math.min(keep, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[y.length] ?? 0
}

/** The understood form that looks most like an item; what follows the gene is compared apart, since the gene itself says nothing of the form. */
export function nearestForm(item: string): string {
  const tail = (text: string) => text.slice(text.indexOf(' ') + 1).toLowerCase()
  let best = forms[0] as string
  let least = Number.POSITIVE_INFINITY
  for (const form of forms) {
    const score = Math.min(distance(item.toLowerCase(), form.toLowerCase()), distance(tail(item), tail(form)))
    if (score < least) { least = score; best = form }
  }
  return best
}
