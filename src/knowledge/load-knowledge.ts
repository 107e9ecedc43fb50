import { z } from 'zod'
import { sha256 } from '#src/domain/sha256.ts'
import { canonicalRows } from './canonical-rows.ts'
import type { Expression, GeneMatch } from './expression.ts'
import type { Knowledge } from './knowledge.ts'
import { parseMatch } from './parse-atom.ts'
import { parseExpression } from './parse-expression.ts'
import { knowledgeRows, type KnowledgeTable } from './rows/registry.ts'
import {
  AssayRow, ClassRow, EdgeRow, EvidenceRow, FeedbackRow, GeneRow, LabelRow, LethalityRow, NodeRow, PriorRow, TherapyRow, TumourRow, VariantRow,
} from './schema.ts'
import { tumourTree } from './tumour-tree.ts'

/** Facts to this month; the hash beside it names the exact rows. */
const release = '2026.11'

let loaded: Knowledge | null = null

/** The embedded knowledge release: every row parsed by its schema, every expression read. Parsed once, then the same object. Throws when a row is not a fact in our shape. */
export function loadKnowledge(): Knowledge {
  loaded ??= readKnowledge(knowledgeRows, release)
  return loaded
}

/** Reads any set of tables in our shape into a Knowledge; `loadKnowledge` calls it with the embedded rows. */
export function readKnowledge(tables: Readonly<Record<KnowledgeTable, readonly (readonly unknown[])[]>>, name: string): Knowledge {
  const rows = <Shape extends z.ZodType>(table: KnowledgeTable, shape: Shape): z.infer<Shape>[] => z.array(shape).parse(tables[table].flat())
  const genes = rows('genes', GeneRow)
  const therapies = rows('therapies', TherapyRow)
  const tumours = rows('tumours', TumourRow)
  const read = expressionReader()
  return {
    release: name,
    hash: sha256(canonicalRows(tables)),
    genes: new Map(genes.map((row) => [row.symbol, row])),
    aliases: new Map(genes.flatMap((row) => row.aliases.map((alias) => [alias.toUpperCase(), row.symbol] as const))),
    variants: rows('variants', VariantRow).map((row) => ({ row, match: readMatch(row) })),
    classes: new Map(rows('classes', ClassRow).map((row) => [row.class, row])),
    therapies: new Map(therapies.map((row) => [row.drug, row])),
    scopes: new Map(therapies.flatMap((row) => (row.variantScope === null ? [] : [[row.drug, read(row.variantScope)] as const]))),
    drugNames: new Map(therapies.flatMap((row) => [...row.synonyms, row.drug].map((text) => [text.toLowerCase(), row.drug] as const))),
    labels: rows('labels', LabelRow).map((row) => ({ row, expression: read(row.biomarker) })),
    evidence: rows('evidence', EvidenceRow).map((row) => ({ row, expression: read(row.biomarker) })),
    nodes: new Map(rows('nodes', NodeRow).map((row) => [row.id, row])),
    edges: rows('edges', EdgeRow),
    feedback: rows('feedback', FeedbackRow),
    lethality: rows('lethality', LethalityRow).map((row) => ({ row, expression: read(row.alteration) })),
    priors: rows('priors', PriorRow).map((row) => ({ row, expression: read(row.biomarker) })),
    assays: new Map(rows('assays', AssayRow).map((row) => [row.id, row])),
    tumours: new Map(tumours.map((row) => [row.code, row])),
    tree: tumourTree(tumours),
  }
}

/** The same text is read once: a few hundred expressions serve all rows. */
function expressionReader(): (text: string) => Expression {
  const known = new Map<string, Expression>()
  return (text) => {
    const expression = known.get(text) ?? parseExpression(text)
    known.set(text, expression)
    return expression
  }
}

function readMatch(row: VariantRow): GeneMatch {
  const match = parseMatch(row.change)
  if (match === null) throw new Error(`variant row ${row.id}: "${row.change}" is not a change of a gene`)
  return match
}
