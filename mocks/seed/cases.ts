import { z } from 'zod'
import { DemonstrationCase } from './demonstration-case.ts'

/** The demonstration cases, in the order of the worklist. */
const written: unknown[] = []

export const demonstrationCases: readonly DemonstrationCase[] = z.array(DemonstrationCase).parse(written)
