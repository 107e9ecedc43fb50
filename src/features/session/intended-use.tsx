import { intendedUse } from '#src/domain/report/intended-use.ts'

/** Read before anybody enters: the same words that stand in every report and are signed. */
export function IntendedUse() {
  return (
    <section aria-label="Intended use" className="intended-use">
      <h2 className="lab">Intended use</h2>
      <p className="read">{intendedUse}</p>
    </section>
  )
}
