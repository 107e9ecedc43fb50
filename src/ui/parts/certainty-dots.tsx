import './mark.css'

/** One to three dots of certainty. Certainty is not effect size. */
export function CertaintyDots({ dots }: { dots: 1 | 2 | 3 }) {
  return (
    <span className="certainty" role="img" aria-label={`certainty ${dots} of 3 dots`}>
      {[1, 2, 3].map(dot => <i key={dot} data-on={dot <= dots || undefined} />)}
    </span>
  )
}
