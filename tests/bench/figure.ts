/** Speed as ratios within one run on one machine; nothing here is a test, and no figure of another day is comparable. */
export type Figure = { what: string; ours: string; against: string; ratio: string; note: string }
