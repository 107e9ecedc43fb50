import { defineConfig } from 'vitest/config'

/**
 * Three projects: `unit` needs nothing but Node, `store` starts real databases, `e2e` drives a real Chromium
 * against the built product. What a machine lacks is reported by the gate, never skipped in silence.
 */
export default defineConfig({
  test: {
    projects: [
      { test: { name: 'unit', testTimeout: 30_000, hookTimeout: 60_000, include: ['tests/**/*.test.ts'], exclude: ['tests/e2e/**', 'tests/conformance/**', 'tests/faults/**'], setupFiles: ['tests/support/no-console-errors.ts'] } },
      { test: { name: 'store', include: ['tests/conformance/**/*.test.ts', 'tests/faults/**/*.test.ts'], testTimeout: 120_000, hookTimeout: 120_000 } },
      { test: { name: 'e2e', include: ['tests/e2e/**/*.test.ts'], testTimeout: 240_000, hookTimeout: 240_000, fileParallelism: false } },
    ],
  },
})
