/**
 * The tree of a biomarker expression, as written in a knowledge row: atoms joined by AND, OR, NOT, CIS(a, b), TRANS(a, b) and parentheses.
 * `none` is a label without biomarker. A bare OncoTree code is a condition on the tumour type. Evaluation is three-valued and lives in the engine.
 */
export type Expression =
  | { op: 'none' }
  | { op: 'and' | 'or'; of: readonly Expression[] }
  | { op: 'not'; of: Expression }
  | { op: 'cis' | 'trans'; of: readonly [Expression, Expression] }
  | { op: 'gene'; gene: string; match: GeneMatch; germline: boolean; text: string }
  | { op: 'measure'; name: Measure; test: MeasureTest; text: string }
  | { op: 'tumour'; code: string; text: string }

/** How wide the stated category is. What satisfies it as stated counts in full; what lies outside is extrapolated by the engine. */
export type GeneMatch =
  | { kind: 'change'; change: string } // one-letter protein change without `p.`: L858R, E746_A750del, W557_K558del, A775_G776insYVMA
  | { kind: 'codon'; residue: string; position: number; to: string | null } // `BRAF V600`, `G719X`
  | { kind: 'exon'; exon: number; change: 'mutation' | 'deletion' | 'insertion' | 'skipping' }
  | { kind: 'domain'; domain: string } // `kinase domain mutation`, `extracellular domain mutation`
  | { kind: 'functional_class'; name: string } // `BRAF class 3` is `class 3`, as in the variant rows
  | { kind: 'mutation' } // an oncogenic mutation of the gene, not further known
  | { kind: 'truncating' }
  | { kind: 'loss' } // deleterious: truncating, deep deletion, known inactivating change
  | { kind: 'gain' }
  | { kind: 'amplification' }
  | { kind: 'deletion' }
  | { kind: 'fusion'; partner: string | null } // of `EML4::ALK` the gene is ALK, the partner EML4; compared without order
  | { kind: 'rearrangement' }
  | { kind: 'itd' }
  | { kind: 'isoform'; name: string } // AR-V7, EGFRvIII
  | { kind: 'reversion' }
  | { kind: 'overexpression' }
  | { kind: 'expression' }
  | { kind: 'wild_type' }

/** 'MSI', 'MMR', 'TMB', 'HRD', 'PD-L1 TPS', 'ER', 'PR', 'HR', 'HER2', 'HLA-A*02:01', 'CD20', 'del(17p)' … `dMMR` is MMR positive, `pMMR` MMR negative. */
export type Measure = string
export type MeasureTest =
  | { kind: 'positive' }
  | { kind: 'negative' }
  | { kind: 'low' } // HER2-low
  | { kind: 'grade'; grade: string } // `HER2 IHC 3+` is 3+, `HER2-ultralow` ultralow, `c-MET IHC high` high
  | { kind: 'at_least' | 'below'; value: number }
