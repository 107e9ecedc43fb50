import './mark.css'
import type { ReactNode } from 'react'
import { Icon, type IconName } from './icon.tsx'

export type ChipTone = 'outline' | 'ink' | 'attention' | 'attention-filled' | 'resistance' | 'hatched'

/** A word in a box, 20 high. One filled chip (`ink`) in a group at most; `hatched` is for what is not known. */
export function Chip({ children, tone = 'outline', icon, title }: { children: ReactNode; tone?: ChipTone; icon?: IconName; title?: string }) {
  return (
    <span className={tone === 'hatched' ? 'chip hatched' : 'chip'} data-tone={tone} title={title}>
      {icon ? <Icon name={icon} isSmall /> : null}
      {tone === 'hatched' ? <span>{children}</span> : children}
    </span>
  )
}
