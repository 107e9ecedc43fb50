/**
 * OncoTree codes that are types no more, and what the tree has in their place: history, revocations and precursors of OncoTree 2025-10-03 (CC BY 4.0).
 * Two successors mean that a person has to say which.
 */
const successors: Readonly<Record<string, readonly string[]>> = {
  AASTR: ['ASTR'], ALL: ['BLL', 'TLL'], AOAST: ['GNOS'], AODG: ['ODG'], BALL: ['BLL'], BCL: ['MBN'], BLOOD: ['MYELOID'], CLL: ['CLLSLL'], CTCL: ['MYCF'], DIPG: ['DMG'], DLBCL: ['DLBCLNOS'],
  ETC: ['ET'], GBM: ['GB'], GMUCM: ['URMM'], HIST: ['HDCN'], LEUK: ['MNM'], LGLL: ['TLGL'], MALTL: ['EMALT'], MBCL: ['PMBL'], MEATL: ['MEITL'], MFT: ['FT'], MM: ['PCM'], MYF: ['PMF'],
  OAST: ['GNOS'], PCV: ['PV'], PTCLNOS: ['PTCL'], RD: ['RDD'], SEZS: ['SS'], SLL: ['CLLSLL'], TALL: ['TLL'], TMT: ['GCTSTM'], TNKL: ['MTNN'],
}

export const successorsOf = (code: string): readonly string[] => (Object.hasOwn(successors, code.toUpperCase()) ? successors[code.toUpperCase()] ?? [] : [])
