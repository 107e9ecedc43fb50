/** Notes what breaks a rule of the specification in one column of the line at hand. `what` is a clause without its full stop. */
export type Say = (rule: string, column: string, what: string) => void

/** `1 value`, `3 values`. */
export const counted = (count: number, word: string) => `${count} ${word}${count === 1 ? '' : 's'}`
/** `where 1 is wanted`, `where 3 are wanted`. */
export const wantedInstead = (count: number) => `where ${count} ${count === 1 ? 'is' : 'are'} wanted`
