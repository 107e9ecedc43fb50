import { z } from 'zod'
import breastEsr1Pik3caPten from '../cases/breast-esr1-pik3ca-pten.json' with { type: 'json' }
import lungEgfrCis from '../cases/lung-egfr-cis.json' with { type: 'json' }
import colorectalBrafMsiHigh from '../cases/colorectal-braf-msi-high.json' with { type: 'json' }
import { DemonstrationCase } from './demonstration-case.ts'

/** The demonstration cases, in the order of the worklist. */
const written: unknown[] = [
  breastEsr1Pik3caPten,
  lungEgfrCis,
  colorectalBrafMsiHigh,
]

export const demonstrationCases: readonly DemonstrationCase[] = z.array(DemonstrationCase).parse(written)
