import type { Contribution, Params } from '#src/domain/analysis.ts'
import type { RuleCode } from './rule-code.ts'

/** Writes one record; rules are checked against the closed set by the compiler. */
export function record(points: number, kind: Contribution['kind'], rule: RuleCode, params: Params, source: string): Contribution {
  return { points, kind, rule, params, source }
}

/** Steps that do not add up by themselves get a record of their own, and none when they change nothing. */
export function recordChange(into: Contribution[], points: number, kind: Contribution['kind'], rule: RuleCode, params: Params, source: string): void {
  if (points !== 0) into.push(record(points, kind, rule, params, source))
}

export function total(contributions: readonly Contribution[]): number {
  let sum = 0
  for (const one of contributions) sum += one.points
  return sum
}
