/** Where a line of the brief leads, with what to select there. */
export type GoTo = (place: 'variants' | 'network' | 'review' | 'consensus' | 'history', sel?: string) => void
