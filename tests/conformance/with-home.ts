import type { Check, Home } from './home.ts'

/** Every check gets a fresh home and leaves nothing open. */
export function withHome(name: string, act: (home: Home) => Promise<void>): Check {
  return {
    name,
    run: async (open) => {
      const home = await open()
      try {
        await act(home)
      } finally {
        await home.close()
      }
    },
  }
}
