import { type Biomarker, BiomarkerName } from '#src/domain/biomarker.ts'

/**
 * Reads one typed item as a measured property: `MSI-H`, `TMB 120`, `HRD`, `ER+`, `HER2 IHC 3+`, `PD-L1 TPS 50%`, `HLA-A*02:01`.
 * Markers without a name of their own are `IHC` or `OTHER` with the marker in `unit` and its state in `call` (`CD20+`, `MGMT methylation`).
 * Null when the item is something else.
 */
export function readTypedMeasure(item: string): Biomarker | null {
  const { text, cutoff } = withoutCutoff(item)
  const found = readMeasure(text)
  return found && { ...found, cutoff, asReported: item }
}

/** `(cut-off 10)`, `cutoff 42`, `threshold 10`: the laboratory's own, kept beside the value. */
function withoutCutoff(item: string): { text: string; cutoff: string | null } {
  const said = /[ (,]+(?:cut-?off|threshold)[ :=]*([0-9]{1,4}(?:\.[0-9]{1,3})?) ?%?\)?$/i.exec(item)
  return said ? { text: `${item.slice(0, said.index)}${item.slice(0, said.index).includes('(') ? ')' : ''}`, cutoff: said[1] ?? null } : { text: item, cutoff: null }
}

function readMeasure(item: string): Biomarker | null {
  const untested = /^([A-Za-z0-9-]{2,8}) not (?:tested|performed|done)$/i.exec(item)
  const name = untested ? BiomarkerName.safeParse(untested[1]?.toUpperCase().replace('PDL1', 'PD-L1')) : null
  if (name?.success) return { name: name.data, value: null, unit: null, cutoff: null, status: 'not_tested', call: null, asReported: item }
  const named = namedState[item.toLowerCase()]
  if (named) return biomarker(named[0], named[1], named[2], item)
  const scored = readScored(item)
  if (scored) return scored
  return readHla(item) ?? readReceptor(item) ?? readNumber(item)
}

type Call = 'high' | 'intermediate' | 'low'

function biomarker(name: BiomarkerName, value: string | number | null, call: Call | null, asReported: string, unit: string | null = null): Biomarker {
  return { name, value, unit, cutoff: null, status: 'measured', call, asReported }
}

const namedState: Readonly<Record<string, [BiomarkerName, string, Call]>> = {
  'msi-h': ['MSI', 'MSI-H', 'high'], 'msi-high': ['MSI', 'MSI-H', 'high'], 'msi high': ['MSI', 'MSI-H', 'high'],
  'msi stable': ['MSI', 'MSS', 'low'], 'microsatellite stable': ['MSI', 'MSS', 'low'], 'microsatellite instability high': ['MSI', 'MSI-H', 'high'],
  msi: ['MSI', 'MSI-H', 'high'], 'msi-l': ['MSI', 'MSI-L', 'low'], mss: ['MSI', 'MSS', 'low'],
  dmmr: ['MMR', 'dMMR', 'high'], pmmr: ['MMR', 'pMMR', 'low'], 'tmb-h': ['TMB', 'TMB-H', 'high'], 'tmb-high': ['TMB', 'TMB-H', 'high'], 'tmb high': ['TMB', 'TMB-H', 'high'], 'tmb low': ['TMB', 'TMB-L', 'low'], 'tmb-l': ['TMB', 'TMB-L', 'low'], 'tmb-low': ['TMB', 'TMB-L', 'low'],
  hrd: ['HRD', 'positive', 'high'], 'hrd+': ['HRD', 'positive', 'high'], 'hrd positive': ['HRD', 'positive', 'high'], hrp: ['HRD', 'negative', 'low'], 'hrd-': ['HRD', 'negative', 'low'], 'hrd negative': ['HRD', 'negative', 'low'],
  'her2-low': ['HER2', 'low', 'intermediate'], 'her2 low': ['HER2', 'low', 'intermediate'], 'her2-ultralow': ['HER2', 'ultralow', 'intermediate'], 'her2 ultralow': ['HER2', 'ultralow', 'intermediate'],
}

/** `TMB-H (12)`, `HRD positive (GIS 58)`: the laboratory's own class, and the number it rests on. */
function readScored(item: string): Biomarker | null {
  const parts = /^(.{3,20}) \((?:[A-Za-z]{2,5} )?([0-9]{1,4}(?:\.[0-9]{1,3})?)(?: [A-Za-z/]{1,15})?\)$/.exec(item)
  const state = parts ? namedState[parts[1]?.toLowerCase() ?? ''] : undefined
  return parts && state && (state[0] === 'TMB' || state[0] === 'HRD') ? biomarker(state[0], Number(parts[2]), state[2], item, state[0] === 'TMB' ? 'mutations/Mb' : 'score') : null
}

function readHla(item: string): Biomarker | null {
  return item.toUpperCase().startsWith('HLA-') && item.includes('*') && !item.includes(' ') ? biomarker('HLA', item.toUpperCase(), 'high', item) : null
}

const receptors = new Set(['ER', 'PR', 'HR', 'HER2'])
const other: Readonly<Record<string, string>> = {
  'mgmt methylation': 'MGMT methylation', 'mgmt methylated': 'MGMT methylation', 'mgmt promoter methylation': 'MGMT methylation', 'mgmt promoter methylated': 'MGMT methylation', '1p/19q codeletion': 'del(1p/19q)',
}

/** `ER+`, `HER2-`, `PR negative`, `HER2 IHC 3+`, `CD20+`, `FOLR1 positive`. */
function readReceptor(item: string): Biomarker | null {
  const whole = other[item.toLowerCase()]
  if (whole) return biomarker('OTHER', 'present', 'high', item, whole)
  const parts = item.split(' ')
  const [marker = '', second = '', third = ''] = parts
  if (second.toUpperCase() === 'IHC' && parts.length === 3) {
    const call: Call = third === '3+' || third.toLowerCase() === 'high' || third.toLowerCase() === 'positive' ? 'high' : third === '2+' || third === '1+' ? 'intermediate' : 'low'
    return receptors.has(marker.toUpperCase()) ? biomarker(marker.toUpperCase() as BiomarkerName /* the set holds names of the enumeration only */, third, call, item) : biomarker('IHC', third, call, item, marker)
  }
  const sign = parts.length === 2 ? second.toLowerCase() : parts.length === 1 ? item.slice(-1) : ''
  const call: Call | null = sign === '+' || sign === 'positive' ? 'high' : sign === '-' || sign === 'negative' ? 'low' : null
  const name = parts.length === 2 ? marker : item.slice(0, -1)
  if (call === null || name === '' || name.includes('::')) return null
  const value = call === 'high' ? 'positive' : 'negative'
  // the set holds names of the enumeration only
  return receptors.has(name.toUpperCase()) ? biomarker(name.toUpperCase() as BiomarkerName, value, call, item) : biomarker('IHC', value, call, item, name)
}

/** `TMB 120`, `TMB 14 mut/Mb`, `PD-L1 TPS 50%`, `PD-L1 CPS 10`, `HRD 52`, `LOH 18%`, `CLDN18.2 80%`, `AFP 900`. */
function readNumber(item: string): Biomarker | null {
  const below = /^PD-?L1 (?:(TPS|CPS|IC) )?< ?([0-9]{1,3}) ?%?$/i.exec(item)
  if (below) return biomarker('PD-L1', `<${below[2]}`, null, item, (below[1] ?? 'TPS').toUpperCase())
  const parts = item.replace('=', ' ').replace('>=', ' ').replace(': ', ' ').split(' ').filter(Boolean)
  const [first = '', ...rest] = parts
  const at = rest.findIndex((part) => part !== '' && Number.isFinite(Number(part.replace('%', ''))))
  if (at < 0 || at > 1) return null
  const value = Number((rest[at] ?? '').replace('%', ''))
  const name = first.toUpperCase()
  if (name === 'TMB') return biomarker('TMB', value, null, item, 'mutations/Mb')
  if (name === 'HRD' || name === 'GIS') return biomarker('HRD', value, null, item, 'score')
  if (name === 'LOH') return biomarker('LOH', value, null, item, '%')
  if (name === 'PURITY') return biomarker('PURITY', value > 1 ? value / 100 : value, null, item)
  if (name === 'PD-L1' || name === 'PDL1') return biomarker('PD-L1', value, null, item, at === 1 ? (rest[0] ?? '').toUpperCase() : 'TPS')
  return name === 'CLDN18.2' || name === 'AFP' || name === 'FOLR1' ? biomarker('IHC', value, null, item, name) : null
}
