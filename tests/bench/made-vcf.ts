/** Columns of VEP with `--everything`, as real files have them. */
export const csqColumns = ('Allele|Consequence|IMPACT|SYMBOL|Gene|Feature_type|Feature|BIOTYPE|EXON|INTRON|HGVSc|HGVSp|cDNA_position|CDS_position|Protein_position|Amino_acids|Codons|Existing_variation|DISTANCE|STRAND|FLAGS|PICK'
  + '|VARIANT_CLASS|SYMBOL_SOURCE|HGNC_ID|CANONICAL|MANE_SELECT|MANE_PLUS_CLINICAL|TSL|APPRIS|CCDS|ENSP|SIFT|PolyPhen|gnomADe_AF|gnomADg_AF|CLIN_SIG|SOMATIC').split('|')

const header = [
  '##fileformat=VCFv4.2', '##reference=file:///data/GRCh38.fa',
  ...Array.from({ length: 22 }, (_, at) => `##contig=<ID=chr${at + 1}>`), '##FILTER=<ID=PASS,Description="All filters passed">', '##FILTER=<ID=weak_evidence,Description="Likelihood below threshold">', '##FILTER=<ID=germline,Description="Likely germline">',
  '##INFO=<ID=DP,Number=1,Type=Integer,Description="Depth">', '##INFO=<ID=AF,Number=A,Type=Float,Description="Allele frequency">', '##INFO=<ID=TLOD,Number=A,Type=Float,Description="Log odds">', '##INFO=<ID=SOMATIC,Number=0,Type=Flag,Description="Somatic">',
  `##INFO=<ID=CSQ,Number=.,Type=String,Description="Consequence annotations from Ensembl VEP. Format: ${csqColumns.join('|')}">`,
  '##FORMAT=<ID=GT,Number=1,Type=String,Description="Genotype">', '##FORMAT=<ID=AD,Number=R,Type=Integer,Description="Depth by allele">', '##FORMAT=<ID=AF,Number=A,Type=Float,Description="Allele fraction">', '##FORMAT=<ID=DP,Number=1,Type=Integer,Description="Depth">',
  '##tumor_sample=TUMOR', '##normal_sample=NORMAL', '#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\tNORMAL\tTUMOR',
]

/** What happens to a transcript, how severe that is, and in how many of 100 records it is the worst: two of three lie outside coding sequence, as in an exome. */
const kinds: readonly (readonly [string, string, number])[] = [
  ['missense_variant', 'MODERATE', 20], ['stop_gained', 'HIGH', 2], ['frameshift_variant', 'HIGH', 4], ['inframe_deletion', 'MODERATE', 2], ['splice_donor_variant', 'HIGH', 2], ['splice_region_variant&intron_variant', 'LOW', 4],
  ['synonymous_variant', 'LOW', 12], ['intron_variant', 'MODIFIER', 34], ['upstream_gene_variant', 'MODIFIER', 6], ['downstream_gene_variant', 'MODIFIER', 6], ['3_prime_UTR_variant', 'MODIFIER', 8],
]
const mixed = kinds.flatMap((kind) => Array.from({ length: kind[2] }, () => kind))
const residues = ['Ala', 'Arg', 'Asn', 'Asp', 'Cys', 'Gln', 'Glu', 'Gly', 'His', 'Ile', 'Leu', 'Lys', 'Met', 'Phe', 'Pro', 'Ser', 'Thr', 'Trp', 'Tyr', 'Val']
const bases = ['A', 'C', 'G', 'T']

/** mulberry32: the same file on every machine. */
function random(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let mixedBits = Math.imul(state ^ (state >>> 15), 1 | state)
    mixedBits = (mixedBits + Math.imul(mixedBits ^ (mixedBits >>> 7), 61 | mixedBits)) ^ mixedBits
    return Math.floor((((mixedBits ^ (mixedBits >>> 14)) >>> 0) / 2 ** 32) * below)
  }
}
type Next = ReturnType<typeof random>
const pick = <T>(from: readonly T[], next: Next): T => from[next(from.length)] as T // lists above are not empty

function entry(kind: readonly [string, string, number], ref: string, alt: string, gene: number, transcript: number, next: Next): string {
  const [terms, impact] = kind
  const place = 1 + next(4500)
  const residue = Math.ceil(place / 3)
  const id = String(gene * 10 + transcript).padStart(11, '0')
  const protein = { missense_variant: `${pick(residues, next)}${residue}${pick(residues, next)}`, stop_gained: `${pick(residues, next)}${residue}Ter`, frameshift_variant: `${pick(residues, next)}${residue}${pick(residues, next)}fsTer${1 + next(40)}`, inframe_deletion: `${pick(residues, next)}${residue}del`, synonymous_variant: `${pick(residues, next)}${residue}%3D` }[terms] ?? ''
  const outside = terms.includes('stream') || terms.includes('intron')
  const coding = protein === '' ? '' : `${place}`
  const c = terms.includes('stream') ? '' : `ENST${id}.4:c.${place}${terms.includes('intron') || terms.startsWith('splice') ? `+${1 + next(60)}` : ''}${ref.length > 1 ? 'del' : `${ref}>${alt}`}`
  return [
    ref.length > 1 ? '-' : alt, terms, impact, `GENE${gene}`, `ENSG${String(gene).padStart(11, '0')}`, 'Transcript', `ENST${id}.4`, transcript > 2 ? 'nonsense_mediated_decay' : 'protein_coding', outside ? '' : `${1 + next(20)}/27`, terms.includes('intron') ? `${1 + next(20)}/26` : '',
    c, protein === '' ? '' : `ENSP${id}.1:p.${protein}`, coding, coding, protein === '' ? '' : `${residue}/1500`, protein === '' ? '' : 'R/C', protein === '' ? '' : 'Cgt/Tgt', next(3) === 0 ? `rs${next(1e9)}&COSV${next(1e8)}` : '',
    terms.includes('stream') ? String(next(5000)) : '', gene % 2 === 0 ? '1' : '-1', '', transcript === 0 ? '1' : '', ref.length > 1 ? 'deletion' : 'SNV', 'HGNC', `HGNC:${gene + 100}`, transcript === 0 ? 'YES' : '', transcript === 0 ? `NM_${String(gene).padStart(6, '0')}.5` : '', '',
    String(1 + next(5)), transcript === 0 ? 'P1' : '', transcript === 0 ? `CCDS${gene}.1` : '', `ENSP${id}`, terms === 'missense_variant' ? `deleterious(0.0${next(9)})` : '', terms === 'missense_variant' ? `probably_damaging(0.9${next(99)})` : '',
    next(4) === 0 ? `0.000${next(99)}` : '', next(4) === 0 ? `0.000${next(99)}` : '', next(20) === 0 ? 'likely_pathogenic' : '', '',
  ].join('|')
}

function record(at: number, count: number, next: Next): string {
  const kind = pick(mixed, next)
  const ref = kind[0] === 'frameshift_variant' || kind[0] === 'inframe_deletion' ? `${pick(bases, next)}${pick(bases, next)}${pick(bases, next)}${pick(bases, next)}` : pick(bases, next)
  const alt = ref.length > 1 ? ref.slice(0, kind[0] === 'inframe_deletion' ? 1 : 2) : bases[(bases.indexOf(ref) + 1 + next(3)) % 4] ?? 'A'
  const gene = Math.floor((at * 18_000) / count)
  const transcripts = 1 + next(6)
  const csq = Array.from({ length: transcripts }, (_, t) => entry(t === 0 || next(2) === 0 ? kind : pick([['intron_variant', 'MODIFIER', 0], ['downstream_gene_variant', 'MODIFIER', 0], ['3_prime_UTR_variant', 'MODIFIER', 0]] as const, next), ref, alt, gene, t, next)).join(',')
  const depth = 40 + next(300)
  const reads = 2 + next(Math.floor(depth / 2))
  const af = (reads / depth).toFixed(3)
  const filter = next(10) < 7 ? 'PASS' : next(2) === 0 ? 'weak_evidence' : 'weak_evidence;germline'
  return `chr${1 + Math.floor((at * 22) / count)}\t${10_000 + at * 30 + next(30)}\t${next(3) === 0 ? `rs${next(1e9)}` : '.'}\t${ref}\t${alt}\t${next(4) === 0 ? '.' : next(2000) / 10}\t${filter}\tDP=${depth + 50};AF=${af};TLOD=${(reads * 1.3).toFixed(2)};CSQ=${csq}${next(2) === 0 ? ';SOMATIC' : ''}\tGT:AD:AF:DP\t0/0:50,0:0.000:50\t0/1:${depth - reads},${reads}:${af}:${depth}`
}

/** A tumour-normal VCF annotated by VEP, 38 columns and 3.5 transcripts a record, made by a fixed rule: no file of anybody. In pieces, so that memory stays flat. */
export function* madeVcf(count: number): Generator<string> {
  const next = random(7)
  yield `${header.join('\n')}\n`
  for (let from = 0; from < count; from += 1000) yield `${Array.from({ length: Math.min(1000, count - from) }, (_, at) => record(from + at, count, next)).join('\n')}\n`
}
