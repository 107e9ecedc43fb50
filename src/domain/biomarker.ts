import { z } from 'zod'

/**
 * A measured property of tumour or patient that is not one alteration: TMB, MSI, HRD, receptors, IHC, HLA.
 * *not_tested*, *no_call*, *negative* and *below_limit* are different values and never collapse into one.
 */
export const BiomarkerName = z.enum(['TMB', 'MSI', 'MMR', 'HRD', 'LOH', 'PD-L1', 'ER', 'PR', 'HR', 'HER2', 'HLA', 'PURITY', 'PLOIDY', 'SIGNATURE', 'IHC', 'OTHER'])
export type BiomarkerName = z.infer<typeof BiomarkerName>

export const Biomarker = z.object({
  name: BiomarkerName,
  /** Number, or the laboratory's words: `MSI-H`, `positive`, `3+`, `HLA-A*02:01`. */
  value: z.union([z.number(), z.string()]).nullable(),
  unit: z.string().nullable(),
  cutoff: z.string().nullable(),
  status: z.enum(['measured', 'not_tested', 'no_call']),
  /** high: MSI-H, TMB-H, HRD+, receptor or IHC positive; low: the tested opposite; null: not classified. */
  call: z.enum(['high', 'intermediate', 'low']).nullable(),
  asReported: z.string(),
})
export type Biomarker = z.infer<typeof Biomarker>
