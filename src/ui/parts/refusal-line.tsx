import './refusal-line.css'
import { Icon } from './icon.tsx'

/** Why an act was refused, beside the control that was used; null is nothing. Announced at once. */
export function RefusalLine({ text }: { text: string | null }) {
  return text === null ? null : <p className="refusal" role="alert"><Icon name="late" isSmall />{text}</p>
}
