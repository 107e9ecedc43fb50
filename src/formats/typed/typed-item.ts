import type { Alteration, AlterationCategory, AlterationKind } from '#src/domain/alteration.ts'
import { formatProteinChange, parseProteinChange } from '#src/domain/protein-change.ts'
import type { ProteinChange } from '#src/domain/protein-change.ts'
import { codingConsequence } from '../names/coding-consequence.ts'
import { hotspotProtein, isAnyResidue, traditionalCoding } from '../names/legacy-names.ts'

/** What one typed item says of its gene, before it becomes an alteration. */
export type Said = Partial<Pick<Alteration, 'hgvsp' | 'hgvsc' | 'exon' | 'consequence' | 'copyNumber' | 'partner' | 'vaf' | 'ccf' | 'zygosity'>> & {
  kind: AlterationKind
  category?: AlterationCategory
}

const category = (name: AlterationCategory, more: Partial<Said> = {}): Said => ({ kind: 'category', category: name, ...more })

/** Words after a gene, in small letters without hyphens. */
const words: Readonly<Record<string, Said>> = {
  amplification: { kind: 'amplification' }, amplified: { kind: 'amplification' }, amp: { kind: 'amplification' },
  gain: { kind: 'gain' }, 'copy gain': { kind: 'gain' }, 'copy number gain': { kind: 'gain' },
  deletion: { kind: 'deletion' }, deleted: { kind: 'deletion' }, homdel: { kind: 'deletion' }, 'homozygous deletion': { kind: 'deletion' }, 'deep deletion': { kind: 'deletion' },
  'copy loss': { kind: 'loss' }, 'copy number loss': { kind: 'loss' }, loh: { kind: 'loss' },
  loss: category('loss_of_function'), 'loss of function': category('loss_of_function'), lof: category('loss_of_function'), deleterious: category('loss_of_function'),
  inactivation: category('loss_of_function'), 'inactivating mutation': category('loss_of_function'),
  'gain of function': category('gain_of_function'), gof: category('gain_of_function'), 'activating mutation': category('gain_of_function'),
  truncating: category('truncating'), truncation: category('truncating'), frameshift: category('truncating'), nonsense: category('truncating'), 'truncating mutation': category('truncating'),
  mutation: category('oncogenic_mutation'), mutated: category('oncogenic_mutation'), mutant: category('oncogenic_mutation'), mut: category('oncogenic_mutation'),
  'oncogenic mutation': category('oncogenic_mutation'), 'pathogenic mutation': category('oncogenic_mutation'),
  fusion: { kind: 'fusion', category: 'fusion' }, rearrangement: { kind: 'rearrangement', category: 'fusion' }, rearranged: { kind: 'rearrangement', category: 'fusion' }, translocation: { kind: 'rearrangement', category: 'fusion' },
  overexpression: category('overexpression'), overexpressed: category('overexpression'), 'high expression': category('overexpression'),
  reversion: category('reversion'), 'reversion mutation': category('reversion'), itd: category('itd'), 'internal tandem duplication': category('itd'),
  v7: category('isoform'), viii: category('isoform'), 'variant iii': category('isoform'), kdd: category('isoform'), 'kinase domain duplication': category('isoform'),
  'promoter mutation': { kind: 'snv', consequence: 'upstream_gene_variant' }, promoter: { kind: 'snv', consequence: 'upstream_gene_variant' },
}

const exonChange: Readonly<Record<string, AlterationCategory>> = {
  deletion: 'exon_deletion', del: 'exon_deletion', insertion: 'exon_insertion', ins: 'exon_insertion', skipping: 'exon_skipping', skip: 'exon_skipping',
  mutation: 'exon_mutation', mut: 'exon_mutation', '': 'exon_mutation',
}

/** `exon 19 deletion`, `ex19del`, `exon14 skipping`, `ex 20 ins`. */
function readExon(text: string): Said | null {
  const rest = text.startsWith('exon') ? text.slice(4) : text.startsWith('ex') ? text.slice(2) : null
  if (rest === null) return null
  const trimmed = rest.trim()
  let at = 0
  while (trimmed.charAt(at) >= '0' && trimmed.charAt(at) <= '9') at++
  const exon = Number(trimmed.slice(0, at))
  const name = exonChange[trimmed.slice(at).trim()]
  return at > 0 && at < 3 && exon > 0 && name ? category(name, { exon }) : null
}

/** `CN=12`, `CN 12`, `x12`: absolute copies. Six or more are an amplification, none a homozygous deletion. */
function readCopies(text: string): Said | null {
  const rest = text.startsWith('cn') ? text.slice(2) : text.startsWith('x') ? text.slice(1) : null
  if (rest === null) return null
  const copies = Number(rest.replace('=', '').trim() || Number.NaN)
  if (!Number.isFinite(copies) || copies < 0 || copies > 1000) return null
  return { kind: copies >= 6 ? 'amplification' : copies > 2 ? 'gain' : copies === 0 ? 'deletion' : 'loss', copyNumber: copies }
}

const indels = new Set<ProteinChange['kind']>(['deletion', 'duplication', 'insertion', 'delins', 'frameshift'])
const consequences: Partial<Record<ProteinChange['kind'], string>> = {
  substitution: 'missense_variant', nonsense: 'stop_gained', synonymous: 'synonymous_variant', frameshift: 'frameshift_variant', deletion: 'inframe_deletion',
  duplication: 'inframe_insertion', insertion: 'inframe_insertion', delins: 'protein_altering_variant', start_lost: 'start_lost', extension: 'stop_lost', splice: 'splice_acceptor_variant',
}

function fromProtein(change: ProteinChange): Said {
  const kind = change.kind === 'splice' ? 'splice' : indels.has(change.kind) ? 'indel' : 'snv'
  return { kind, hgvsp: formatProteinChange(change), consequence: consequences[change.kind] ?? null }
}

/** `V600`, `G12 mutation`: the residue is known, the new one is not. */
function readCodon(text: string): Said | null {
  const change = parseProteinChange(`${text}?`)
  return change?.kind === 'unknown' && change.start ? category('oncogenic_mutation', { hgvsp: formatProteinChange(change), consequence: 'missense_variant' }) : null
}

function percent(text: string): number | null {
  const value = Number(text.endsWith('%') ? text.slice(0, -1) : text)
  if (text === '' || !Number.isFinite(value)) return null
  const fraction = text.endsWith('%') || value > 1 ? value / 100 : value
  return fraction >= 0 && fraction <= 1 ? fraction : null
}

const numberOf = (text: string): number | null => { const value = Number(text); return text !== '' && Number.isFinite(value) && value >= 0 && value <= 1000 ? value : null }

/** Takes `VAF 31%`, a bare `31%`, `CCF 0.4`, `CN 12`, `homozygous` … from the words and returns what is left; the words themselves stay in `asReported`. */
function readQualifiers(tokens: readonly string[]): { left: string[]; said: Partial<Said> } {
  const left: string[] = []
  const said: Partial<Said> = {}
  for (let i = 0; i < tokens.length; i++) {
    const token = (tokens[i] ?? '').toLowerCase()
    const value = token === 'vaf' || token === 'ccf' ? percent(tokens[i + 1] ?? '') : null
    if (value !== null) { said[token === 'vaf' ? 'vaf' : 'ccf'] = value; i++; continue }
    const copies = i === 0 ? null : token === 'cn' ? numberOf(tokens[i + 1] ?? '') : token.startsWith('cn=') ? numberOf(token.slice(3)) : null
    if (copies !== null) { said.copyNumber = copies; if (token === 'cn') i++; continue }
    if (i > 0 && i === tokens.length - 1 && token.endsWith('%') && percent(token) !== null) { said.vaf = percent(token); continue }
    if (i > 0 && token === 'equivocal') continue
    if (i > 0 && (token === 'homozygous' || token === 'heterozygous' || token === 'hemizygous') && i === tokens.length - 1) { said.zygosity = token; continue }
    left.push(tokens[i] ?? '')
  }
  return { left, said }
}

/** Reads what stands after the gene, whose own hotspots and traditions it knows. Null when it is no known form. */
export function readSaid(text: string, gene = ''): Said | null {
  const { left, said } = readQualifiers(text.replace(/([0-9]),([0-9])/g, '$1.$2').split(' ').map((token) => token.replace(/^[(,]|[),]$/g, (mark) => (token.startsWith('p.(') || token.includes('*') ? mark : ''))).filter(Boolean))
  const spoken = left.join(' ')
  const body = traditionalCoding(gene, spoken.replace(/^promoter /i, '')) ?? codingIn(spoken) ?? spoken
  const plain = body.toLowerCase().replaceAll('-', ' ').trim()
  const word = Object.hasOwn(words, plain) ? words[plain] : undefined
  const withoutNoun = plain.replace(/ (?:mutation|variant|alteration)$/, '')
  const codon = left.at(-1)?.toLowerCase() === 'mutation' ? left.slice(0, -1).join(' ') : body
  const found = word ?? readExon(plain) ?? readExon(withoutNoun) ?? readCopies(plain) ?? readAnyResidue(body, gene) ?? readChange(body.split(' '), gene) ?? readCodon(codon)
  return found ? { ...found, ...said } : null
}

/** `splice site 782+1G>T`, `promoter -124C>T` and a bare `-124C>T` lack their `c.`. */
function codingIn(text: string): string | null {
  const bare = text.replace(/^(?:splice site|splice|promoter) /i, '')
  return /^[-*0-9][0-9+_*-]{0,30}[ACGT]{1,3}>[ACGT]{1,3}$/.test(bare) ? `c.${bare}` : null
}

/** `G719X`, `V600E/K`: the codon is stated, the new residue is not, or is one of several. */
function readAnyResidue(text: string, gene: string): Said | null {
  const parts = /^(?:p\.)?([A-Z][0-9]{1,5})(?:X|[A-Z](?:\/[A-Z]){1,4})$/.exec(text)
  const codon = parts?.[1] ?? ''
  return parts && (text.includes('/') || isAnyResidue(gene, codon)) ? readCodon(codon) : null
}

function readChange(tokens: readonly string[], gene: string): Said | null {
  if (tokens.length === 0 || tokens.length > 2) return null
  let found: Said | null = null
  for (const token of tokens) {
    const coding = token.startsWith('c.') && token.length > 3 ? codingConsequence(token) : null
    const protein = coding ? null : parseProteinChange(token)
    if (!coding && !protein) return null
    const hotspot = coding ? parseProteinChange(hotspotProtein(gene, token) ?? '') : null
    const next: Said = protein ? fromProtein(protein) : hotspot ? { ...fromProtein(hotspot), hgvsc: token } : { kind: coding?.kind ?? 'snv', hgvsc: token, consequence: coding?.consequence ?? null }
    found = found ? { ...(protein ? found : next), ...(protein ? next : found), hgvsc: (protein ? found.hgvsc : token) ?? null } : next
  }
  return found && gene === 'MET' && endsMetExon14(found) ? { ...found, kind: 'splice', consequence: 'splice_region_variant' } : found
}

/** The last base of MET exon 14 (NM_000245 c.3028): named as a missense change, it takes the splice site away. */
const endsMetExon14 = ({ hgvsc, hgvsp }: Said) => /^c\.3028[ACGT]>[ACGT]$/.test(hgvsc ?? '') || /^p\.D1010[NHY]$/.test(hgvsp ?? '')
