import './review.css'
import { Button } from '@mantine/core'
import type { Opinion } from '#src/domain/opinion.ts'
import { useInstant } from '#src/lib/use-instant.ts'
import { Icon } from '#src/ui/parts/icon.tsx'

const names: Partial<Record<keyof Opinion, string>> = {
  adequacy: 'Adequacy', drivers: 'Driver calls', interactions: 'Interactions', germline: 'Germline', therapies: 'Therapies', noTherapeuticConsequence: 'No therapeutic consequence', avoid: 'What not to do',
  tests: 'Tests', plan: 'Plan', confidence: 'Confidence', wouldChange: 'What would change my mind', conflictOfInterest: 'Conflict of interest',
}
const text = (value: unknown) => (typeof value === 'string' ? value || 'empty' : value === null ? 'empty' : JSON.stringify(value, null, 1))

/** The draft was changed in another window: both texts are shown and the person decides. Neither is thrown away before that. */
export function TwoTexts({ mine, other, savedAt, onSettle }: { mine: Opinion; other: Opinion; savedAt: string | null; onSettle: (which: 'mine' | 'other') => void }) {
  const { minute } = useInstant()
  const parts = (Object.keys(names) as (keyof Opinion)[]).filter((key) => JSON.stringify(mine[key]) !== JSON.stringify(other[key])) // keys of names are keys of Opinion
  return (
    <section className="two-texts" role="alert" aria-label="Two versions of your draft">
      <h2 className="row"><Icon name="warn" />Your draft was also changed in another window{savedAt ? `, saved ${minute(savedAt)}` : ''}</h2>
      <p className="q">Nothing is lost: what you typed here is kept on this device until you decide.</p>
      <div className="two-texts-grid">
        <b /><b>Here</b><b>In the other window</b>
        {parts.map((key) => <div key={key} className="two-texts-row"><span>{names[key]}</span><pre>{text(mine[key])}</pre><pre>{text(other[key])}</pre></div>)}
      </div>
      <div className="row"><Button onClick={() => onSettle('mine')}>Keep what is here</Button><Button onClick={() => onSettle('other')}>Take the other</Button></div>
    </section>
  )
}
