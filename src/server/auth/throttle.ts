/** Failures within a quarter of an hour. An address may be a whole hospital behind one router, an account is one person. */
const allowed = { account: 5, address: 50 }
const windowMs = 15 * 60_000
/** Beyond this many keys the oldest are forgotten, so that guessing names cannot fill the memory. */
const remembered = 10_000

export type Attempt = { account: string; address: string }

/**
 * Counts tries per account and per address. Beyond the limit a try is not even looked at until a quarter of an hour has passed since
 * the last one that was (NIST SP 800-63B 5.2.2 asks for a limit of at most 100). Kept in memory: each server process counts its own.
 */
export function throttle(now: () => number) {
  const tries = new Map<string, { count: number; last: number }>()
  const keysOf = ({ account, address }: Attempt) => [{ key: `account ${account}`, limit: allowed.account }, { key: `address ${address}`, limit: allowed.address }]
  const recent = (key: string) => {
    const found = tries.get(key)
    return found && now() - found.last < windowMs ? found.count : 0
  }
  return {
    /** Counted before the password is looked at, so that a hundred guesses at once are a hundred tries. */
    begin: (attempt: Attempt): boolean => {
      const keys = keysOf(attempt)
      if (keys.some(({ key, limit }) => recent(key) >= limit)) return false
      for (const { key } of keys) {
        const count = recent(key) + 1
        tries.delete(key)
        tries.set(key, { count, last: now() })
      }
      for (const key of tries.keys()) {
        if (tries.size <= remembered) break
        tries.delete(key)
      }
      return true
    },
    succeeded: (attempt: Attempt): void => {
      for (const { key } of keysOf(attempt)) tries.delete(key)
    },
  }
}
