/** Notes what breaks a rule of the specification in one column of the line at hand. `what` is a clause without its full stop. */
export type Say = (rule: string, column: string, what: string) => void
