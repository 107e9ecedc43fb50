import './section.css'
import { Fragment, type ReactNode } from 'react'

export type Fact = { label: string; value: ReactNode }

/** Label beside value. A missing value is words ("not provided"), never a dash; the caller gives them. */
export function Facts({ facts }: { facts: readonly Fact[] }) {
  return <dl className="facts">{facts.map(fact => <Fragment key={fact.label}><dt>{fact.label}</dt><dd>{fact.value}</dd></Fragment>)}</dl>
}
