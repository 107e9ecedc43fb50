import { z } from 'zod'
import colorectalBrafStable from '../cases/colorectal-braf-stable.json' with { type: 'json' }
import breastEsr1Pik3caPten from '../cases/breast-esr1-pik3ca-pten.json' with { type: 'json' }
import lungKrasStk11Keap1 from '../cases/lung-kras-stk11-keap1.json' with { type: 'json' }
import stomachErbb2Pik3ca from '../cases/stomach-erbb2-pik3ca.json' with { type: 'json' }
import salivaryNothingActionable from '../cases/salivary-nothing-actionable.json' with { type: 'json' }
import lungEgfrCis from '../cases/lung-egfr-cis.json' with { type: 'json' }
import pancreasKrasMtap from '../cases/pancreas-kras-mtap.json' with { type: 'json' }
import prostateBrca2PossibleGermline from '../cases/prostate-brca2-possible-germline.json' with { type: 'json' }
import colorectalBrafMsiHigh from '../cases/colorectal-braf-msi-high.json' with { type: 'json' }
import lungAlkG1202r from '../cases/lung-alk-g1202r.json' with { type: 'json' }
import { DemonstrationCase } from './demonstration-case.ts'

/** The demonstration cases, in the order of the worklist. */
const written: unknown[] = [
  colorectalBrafStable,
  breastEsr1Pik3caPten,
  lungKrasStk11Keap1,
  stomachErbb2Pik3ca,
  salivaryNothingActionable,
  lungEgfrCis,
  pancreasKrasMtap,
  prostateBrca2PossibleGermline,
  colorectalBrafMsiHigh,
  lungAlkG1202r,
]

export const demonstrationCases: readonly DemonstrationCase[] = z.array(DemonstrationCase).parse(written)
