import { caseOperations } from './operations/case.ts'
import { correctionOperations } from './operations/correction.ts'
import { documentOperations } from './operations/document.ts'
import { intakeOperations } from './operations/intake.ts'
import { reportOperations } from './operations/report.ts'
import { reviewOperations } from './operations/review.ts'
import { sessionOperations } from './operations/session.ts'

/** Every operation of the product. Server, typed client, demonstration and published contract derive from this one table. */
export const api = { ...sessionOperations, ...intakeOperations, ...documentOperations, ...correctionOperations, ...caseOperations, ...reviewOperations, ...reportOperations } as const
export type Api = typeof api
export type Operation = keyof Api
