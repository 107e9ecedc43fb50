import './mark.css'
import { Icon } from './icon.tsx'

const hour = 3_600_000

/** Days and hours, as in "1 d 6 h"; under an hour in minutes. */
const spell = (milliseconds: number) => {
  const hours = Math.floor(milliseconds / hour)
  if (hours < 1) return `${Math.max(1, Math.floor(milliseconds / 60_000))} min`
  return hours < 24 ? `${hours} h` : `${Math.floor(hours / 24)} d ${hours % 24} h`
}

/** Time left until `due`, or how late it is: icon, words, then colour. Soon is within 48 h. Times in ms since 1970; `now` comes from the caller. */
export function DueText({ due, now }: { due: number | null; now: number }) {
  if (due === null) return <span className="due qq">no date</span>
  const left = due - now
  if (left < 0) {
    const days = Math.floor(-left / (24 * hour))
    return <span className="due" data-state="late"><Icon name="late" isSmall />{`late ${days < 1 ? spell(-left) : `${days} d`}`}</span>
  }
  return <span className="due" data-state={left < 48 * hour ? 'soon' : 'far'}><Icon name="clock" isSmall />{spell(left)}</span>
}
