import type { Store } from '#src/server/store/ports.ts'

/** A fresh, empty home under test. */
export type Home = {
  store: Store
  /** A further handle on the same data: another server on PostgreSQL, another tab in a browser, the same process on SQLite. */
  another: () => Promise<Store>
  /** Every byte at rest, as somebody with the disk would see it; one character a byte. */
  raw: () => Promise<string>
  close: () => Promise<void>
}
export type OpenHome = () => Promise<Home>

/** A check that throws when the home does not keep the promise. Plain, so that it runs in Node and in a page alike. */
export type Check = { name: string; run: (open: OpenHome) => Promise<void> }
