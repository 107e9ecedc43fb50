/** What a public file does not bear out of a row that says it was checked against it. `what` is the row's value beside the file's. */
export type CheckFinding = { table: 'evidence' | 'labels' | 'variants'; row: string; source: string; disagrees: 'absent' | 'not_accepted' | 'drug' | 'biomarker' | 'direction' | 'tumour' | 'level' | 'date'; what: string }

/** Rows that say they were checked against a file, those it bears out, and what it does not. */
export type CheckResult = { checked: number; agreed: number; findings: CheckFinding[] }
