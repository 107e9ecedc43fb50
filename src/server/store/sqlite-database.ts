import { chmodSync, mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite'
import type { SqliteDatabase, SqliteStatement } from 'kysely'

/** Statements kept prepared; our own queries are about fifty. */
const keptStatements = 200

/**
 * `node:sqlite` in the words of Kysely's own SQLite dialect. One connection a process, which Kysely hands out to one transaction at a
 * time; a second one that writes in the same process would block the thread that must let the first one finish. A `reader` never writes:
 * its transactions are one view of the file and wait for nobody.
 */
export function sqliteDatabase(path: string, use: 'server' | 'reader' = 'server'): SqliteDatabase & { exec: (sql: string) => void } {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  const database = new DatabaseSync(path, { timeout: 5_000, enableForeignKeyConstraints: true })
  chmodSync(path, 0o600)
  // FULL: answered means on the disk. secure_delete: a destroyed key is overwritten, not merely forgotten.
  database.exec('pragma journal_mode = wal; pragma synchronous = full; pragma secure_delete = on; pragma recursive_triggers = on')
  const statements = new Map<string, SqliteStatement>()
  return {
    exec: (sql) => database.exec(sql),
    close: () => database.close(),
    prepare: (sql) => {
      const kept = statements.get(sql)
      if (kept) return kept
      if (statements.size >= keptStatements) statements.clear()
      const statement = adapted(database.prepare(use === 'server' ? immediate(sql) : sql))
      statements.set(sql, statement)
      return statement
    },
  }
}

/** A deferred transaction that reads and then writes fails when another process wrote in between; taken at once, it waits instead. */
const immediate = (sql: string) => (sql === 'begin' ? 'begin immediate' : sql)

function adapted(statement: StatementSync): SqliteStatement {
  return {
    reader: statement.columns().length > 0,
    // Guaranteed by our schema: parameters are text, numbers, bytes and null.
    all: (parameters) => statement.all(...(parameters as SQLInputValue[])),
    run: (parameters) => statement.run(...(parameters as SQLInputValue[])),
    iterate: (parameters) => statement.iterate(...(parameters as SQLInputValue[])),
  }
}
