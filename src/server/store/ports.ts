import type { RememberedMapping } from '#src/domain/column-mapping.ts'
import type { LogEntry } from '#src/domain/log-entry.ts'

/**
 * What the server needs of a home: SQLite, PostgreSQL or IndexedDB. All are held to tests/conformance. No permission code lives below
 * this line, and nothing here knows what an entry means.
 */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }

/** Folded state and worklist columns of a case, written in the same transaction as the entry that made it. */
export type Head = {
  caseId: string
  version: number
  hash: string
  state: Json
  columns: { stage: string; due: string | null; assignees: readonly string[]; demonstration: boolean }
}

export type Draft = { caseId: string; personId: string; part: string; version: number; body: Json; savedAt: string }

/** A body named by its SHA-256 (of the plain bytes); stored encrypted with the key of its case. `kind` says how to read it. */
export type Part = { hash: string; caseId: string; kind: string; bytes: Uint8Array }

/** Kept with the entry, so that the same command sent again gets the same answer, and another body under the same id is refused. */
export type Receipt = { commandId: string; fingerprint: string; result: Json }

export type Append = {
  caseId: string
  /** The head version the decision was made on; 0 when the case does not exist yet. */
  expectedVersion: number
  entries: readonly LogEntry[]
  head: Head
  parts: readonly Part[]
  /** Drafts that the act consumes, deleted in the same transaction. */
  deleteDrafts: readonly { personId: string; part: string }[]
  receipt: Receipt
}

export type CaseStore = {
  /** Durable when it answers `appended`. `stale`: somebody appended since `expectedVersion`; nothing was written. */
  append: (append: Append) => Promise<'appended' | 'stale'>
  receipt: (caseId: string, commandId: string) => Promise<Receipt | null>
  /** In order of version, from `after` (exclusive). */
  entries: (caseId: string, after?: number) => Promise<LogEntry[]>
  head: (caseId: string) => Promise<Head | null>
  heads: () => Promise<Head[]>
  /** Replaces a head with what was recomputed from the log; used by `rebuild` only. */
  putHead: (head: Head) => Promise<void>
}

export type DraftStore = {
  draft: (caseId: string, personId: string, part: string) => Promise<Draft | null>
  draftsOf: (caseId: string, personId: string) => Promise<Draft[]>
  /** One person's drafts of a part over all cases, oldest case id first: the intakes under way. */
  draftsOfPerson: (personId: string, part: string) => Promise<Draft[]>
  /** Compare and set by version: 0 for a new draft. `stale` returns what is there now. */
  saveDraft: (draft: Omit<Draft, 'version'>, expectedVersion: number) => Promise<{ outcome: 'saved'; draft: Draft } | { outcome: 'stale'; draft: Draft | null }>
  deleteDraft: (caseId: string, personId: string, part: string) => Promise<void>
}

export type PartStore = {
  putPart: (part: Part) => Promise<void>
  part: (caseId: string, hash: string) => Promise<Part | null>
  /** Deletes the key of the case: every part of it becomes unreadable for ever. */
  destroyKey: (caseId: string) => Promise<void>
}

/** What laboratories mean by the columns of their tables: one for a laboratory and header, the last one that was said. */
export type MappingStore = {
  /** By fingerprint, then laboratory. */
  columnMappings: () => Promise<RememberedMapping[]>
  putColumnMapping: (mapping: RememberedMapping) => Promise<void>
  deleteColumnMapping: (of: Pick<RememberedMapping, 'laboratory' | 'fingerprint'>) => Promise<void>
}

/** Who read what: a record of its own, chained per server process. */
export type AccessRecord = { at: string; personId: string; operation: string; caseId: string | null; outcome: 'answered' | 'refused' }
export type AccessStore = {
  recordAccess: (records: readonly AccessRecord[]) => Promise<void>
  accessOf: (caseId: string) => Promise<AccessRecord[]>
}

/** Tells, after commit, which case moved. Carries no content. */
export type Changes = {
  publish: (change: { caseId: string; version: number }) => Promise<void>
  subscribe: (listener: (change: { caseId: string; version: number }) => void) => Promise<() => Promise<void>>
}

export type Store = CaseStore & DraftStore & PartStore & MappingStore & AccessStore & { changes: Changes; close: () => Promise<void> }
