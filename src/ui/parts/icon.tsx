import type { ReactNode } from 'react'

const line = (d: string, width = 1.5) => <path d={d} fill="none" stroke="currentColor" strokeWidth={width} />

const drawings = {
  search: <><circle cx="7" cy="7" r="4.5" fill="none" stroke="currentColor" strokeWidth="1.5" />{line('m10.5 10.5 4 4')}</>,
  clock: <><circle cx="8" cy="8" r="6.25" fill="none" stroke="currentColor" strokeWidth="1.5" />{line('M8 4.5V8l2.5 1.75')}</>,
  late: <><path d="M8 1.5 15.2 14H.8Z" fill="currentColor" /><path d="M8 6v4M8 11.2v1.4" stroke="var(--surface)" strokeWidth="1.5" /></>,
  warn: <><path d="M8 2.2 14.4 13.5H1.6Z" fill="none" stroke="currentColor" strokeWidth="1.4" strokeLinejoin="round" />{line('M8 6.2v3.6M8 10.8v1.4')}</>,
  lock: <><path d="M3 7h10v7H3z" fill="currentColor" />{line('M5 7V4.8a3 3 0 0 1 6 0V7')}</>,
  mask: <>{line('M1.5 8S4 3.5 8 3.5 14.5 8 14.5 8 12 12.5 8 12.5 1.5 8 1.5 8Z', 1.4)}{line('m2.5 13.5 11-11', 1.6)}</>,
  arrow: <>{line('M1.5 8h9', 1.6)}<path d="m9.5 3.8 5 4.2-5 4.2Z" fill="currentColor" /></>,
  tee: line('M1.5 8H13M13 3.5v9', 1.8),
  'crossed-tee': line('M1.5 8H13M13 3.5v9M5 5l5 6M10 5l-5 6'),
  dash: line('M2 8h12', 2),
  bars: <path d="M4 2h3v12H4zM9 2h3v12H9z" fill="currentColor" />,
  scheme: <><circle cx="8" cy="8" r="5.75" fill="none" stroke="currentColor" strokeWidth="1.5" /><path d="M8 2.25a5.75 5.75 0 0 1 0 11.5Z" fill="currentColor" /></>,
  check: line('m2.5 8.5 3.5 3.5 7.5-8', 1.75),
  cross: line('m3.5 3.5 9 9m0-9-9 9', 1.75),
  untested: line('M1.75 1.75h12.5v12.5H1.75ZM1.75 8 8 1.75M1.75 14.25l12.5-12.5M8 14.25 14.25 8', 1.4),
  retry: <>{line('M13 8a5 5 0 1 1-1.6-3.7')}{line('M13.5 1.5v4h-4')}</>,
  pin: <><path d="M5.5 1.5h5l-.7 5L12 9H4l2.2-2.5Z" fill="currentColor" />{line('M8 9v5.5')}</>,
  'pin-off': <path d="M5.5 1.5h5l-.7 5L12 9H4l2.2-2.5ZM8 9v5.5" fill="none" stroke="var(--line-control)" strokeWidth="1.25" />,
  note: line('M2 2.75h12v8.5H7.5l-3 2.75v-2.75H2Z', 1.4),
  open: line('m5 2.5 5.5 5.5L5 13.5', 1.6),
  back: line('M11 2.5 5.5 8l5.5 5.5', 1.6),
  down: line('m2.5 5 5.5 5.5L13.5 5', 1.6),
  flag: line('M3.5 15V2h9l-2 3.5 2 3.5h-9', 1.4),
  user: <><circle cx="8" cy="5" r="3" fill="none" stroke="currentColor" strokeWidth="1.4" />{line('M2.5 14.5c0-3 2.5-4.5 5.5-4.5s5.5 1.5 5.5 4.5', 1.4)}</>,
  key: <><circle cx="5" cy="8" r="3" fill="none" stroke="currentColor" strokeWidth="1.75" />{line('M8 8h6.5M12 8v3', 1.75)}</>,
  file: line('M3.5 1.75h6l3 3v9.5h-9ZM9.5 1.75v3h3', 1.4),
  print: <>{line('M4.5 5.5V2h7v3.5M4.5 11H2.5V5.5h11V11h-2', 1.4)}{line('M4.5 9h7v5h-7Z', 1.4)}</>,
  plus: line('M8 2.5v11M2.5 8h11', 1.6),
  minus: line('M2.5 8h11', 1.6),
  fit: line('M2 6V2h4M10 2h4v4M14 10v4h-4M6 14H2v-4', 1.5),
  menu: line('M2 4h12M2 8h12M2 12h12', 1.5),
} satisfies Record<string, ReactNode>

export type IconName = keyof typeof drawings

/** A line drawing on a 16 grid in the colour of its text. Decoration: the word beside it carries the meaning. */
export function Icon({ name, isSmall }: { name: IconName; isSmall?: boolean | undefined }) {
  return <svg className={isSmall ? 'icon-small' : 'icon'} viewBox="0 0 16 16" aria-hidden="true" focusable="false">{drawings[name]}</svg>
}
