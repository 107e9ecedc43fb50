/**
 * What CIViC says of a gene, in the words of our expressions: `Exon 14 Skipping Mutation` is `exon 14 skipping`, `Y772_A775DUP` is `Y772_A775dup`.
 * Null where our expressions have no such statement (breakpoints, polymorphisms, phosphorylation, low expression): what cannot be said is not widened.
 * `germline` asks for the inherited change.
 */
export function civicVariant(gene: string, text: string, germline: boolean): string | null {
  const subject = germline ? `germline ${gene}` : gene
  const name = withoutTranscript(text.trim())
  const word = name.toLowerCase()
  const plain = Object.hasOwn(plainWords, word) ? plainWords[word] : undefined
  if (plain !== undefined) return `${subject} ${plain}`
  if (word === 'itd' || word === 'internal tandem duplication' || (gene === 'KIT' && word === 'internal duplication')) return `${gene}-ITD`
  if (gene === 'EGFR' && (word === 'viii' || word === 'egfrviii' || word === 'vii i')) return 'EGFRvIII'
  if (gene === 'AR' && (word === 'ar-v7' || word === 'v7')) return 'AR-V7'
  if (gene === 'MGMT' && (word === 'promoter methylation' || word === 'promoter hypermethylation')) return 'MGMT methylation'
  if (gene === 'TERT' && word === 'promoter mutation') return 'TERT promoter mutation'
  return exonOf(subject, word) ?? domainOf(subject, word) ?? changesOf(subject, name)
}

/** `R200W (c.598C>T)`: the change of the transcript says nothing more. */
function withoutTranscript(text: string): string {
  const at = text.indexOf(' (c.')
  return at > 0 && text.endsWith(')') ? text.slice(0, at) : text
}

const plainWords: Readonly<Record<string, string>> = {
  mutation: 'mutation', mutations: 'mutation', 'oncogenic mutation': 'mutation', 'activating mutation': 'mutation', amplification: 'amplification', deletion: 'deletion', loss: 'loss', 'loss-of-function': 'loss',
  'inactivating mutation': 'loss', 'deleterious mutation': 'loss', 'gain-of-function': 'gain', 'truncating mutation': 'truncating', frameshift: 'truncating', 'frameshift truncation': 'truncating',
  fusion: 'fusion', fusions: 'fusion', rearrangement: 'rearrangement', translocation: 'rearrangement', overexpression: 'overexpression', expression: 'expression', wildtype: 'wild-type', 'wild type': 'wild-type',
}

const exonChanges: Readonly<Record<string, string>> = {
  mutation: 'mutation', mutations: 'mutation', deletion: 'deletion', del: 'deletion', insertion: 'insertion', 'skipping mutation': 'skipping', skipping: 'skipping',
}

function exonOf(subject: string, word: string): string | null {
  const [first = '', number = '', ...rest] = word.split(' ')
  const said = rest.join(' ')
  const change = Object.hasOwn(exonChanges, said) ? exonChanges[said] : undefined
  return first === 'exon' && /^[0-9]{1,3}$/.test(number) && change !== undefined ? `${subject} exon ${number} ${change}` : null
}

/** Domains whose residues the engine knows by that name. */
const domains: Readonly<Record<string, string>> = { 'kinase domain mutation': 'kinase', 'tkd mutation': 'kinase', 'ligand binding domain mutation': 'ligand binding' }

function domainOf(subject: string, word: string): string | null {
  const domain = Object.hasOwn(domains, word) ? domains[word] : undefined
  return domain === undefined ? null : `${subject} ${domain} domain mutation`
}

/** `V600E`, `V600`, `V600E/K`, `G12/G13`, `Non-V600`; each as an atom, several joined by OR. */
function changesOf(subject: string, name: string): string | null {
  if (name.startsWith('Non-')) {
    const excluded = changesOf(subject, name.slice('Non-'.length))
    return excluded === null ? null : `(${subject} mutation AND NOT ${excluded})`
  }
  const [first = '', ...others] = name.split('/')
  const one = changeOf(first)
  if (one === null) return null
  const stem = first.slice(0, -1)
  const all = [one, ...others.map((other) => (/^[A-Z*]$/.test(other) ? changeOf(`${stem}${other}`) : changeOf(other)))]
  if (all.includes(null)) return null
  const atoms = all.map((change) => `${subject} ${withoutMethionine(subject, change ?? '')}`)
  return atoms.length === 1 ? (atoms[0] ?? null) : `(${atoms.join(' OR ')})`
}

/** Histone H3 is counted without its first methionine in our rows and in the clinic: K28M is K27M, G35R is G34R. */
function withoutMethionine(subject: string, change: string): string {
  if (!/(?:^|germline )H3(?:-3[AB]|C[0-9]{1,2})$/.test(subject)) return change
  return change.startsWith('K28') ? change.replace('K28', 'K27') : change.startsWith('G35') ? change.replace('G35', 'G34') : change
}

const substitution = /^[A-Z][0-9]{1,5}(?:[A-Z*]|)$/
const frameshift = /^([A-Z][0-9]{1,5})(?:[A-Z]|)FS(?:\*[0-9]{1,4}|)$/
const range = /^([A-Z][0-9]{1,5}(?:_[A-Z][0-9]{1,5}|))(DELINS|DEL|INS|DUP|>)([A-Z]{0,12})$/

/** One protein change in our letters; the deleted or doubled residues that some items repeat are left out, `>` is a deletion with an insertion. */
function changeOf(text: string): string | null {
  const name = text.startsWith('p.') ? text.slice(2) : text
  // the old way to write a stop; elsewhere X is any residue (H1047X)
  if (/^[QW][0-9]{1,5}X$/.test(name)) return `${name.slice(0, -1)}*`
  if (substitution.test(name)) return name
  const upper = name.toUpperCase()
  const shifted = frameshift.exec(upper)
  if (shifted) return `${shifted[1] ?? ''}fs`
  const [, place = '', kind = '', residues = ''] = range.exec(upper) ?? []
  if (kind === 'DEL') return `${place}del`
  if (kind === 'DUP') return `${place}dup`
  if (residues === '') return null
  return kind === 'INS' ? (place.includes('_') ? `${place}ins${residues}` : null) : `${place}delins${residues}`
}
