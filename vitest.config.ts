import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vitest/config'

// Vitest's reporter asks for this when a test fails, and Node 20 does not have it yet.
Map.groupBy ??= function groupBy<K, T>(items: Iterable<T>, keyOf: (item: T, index: number) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>()
  let index = 0
  for (const item of items) {
    const key = keyOf(item, index++)
    groups.set(key, [...(groups.get(key) ?? []), item])
  }
  return groups
}

/** One project a kind of test, from fast to slow: `npx vitest run --project unit` runs the fast ones alone. */
function project(name: string, rest: Record<string, unknown> = {}) {
  return {
    plugins: [vue()],
    test: { name, include: [`tests/${name}/**/*.test.ts`], ...rest },
  }
}

/** Vitest leaves one core free, which on two cores is half of the machine. */
const EVERY_CORE = { maxWorkers: '100%', testTimeout: 20_000 }

export default defineConfig({
  test: {
    projects: [
      project('unit', EVERY_CORE),
      project('component', EVERY_CORE),
      // Printing waits for a browser half of the time: two files at once use it.
      project('pdf', { testTimeout: 120_000, hookTimeout: 240_000, maxWorkers: 2, sequence: { groupOrder: 1 } }),
      project('browser', {
        testTimeout: 120_000,
        hookTimeout: 180_000,
        fileParallelism: false,
        globalSetup: 'tests/browser/setup.ts',
      }),
      // Apart from `npm test`, for which Chromium is enough: these need Firefox and WebKit too (`npm run test:engines`).
      project('engines', { testTimeout: 120_000, hookTimeout: 180_000, globalSetup: 'tests/browser/setup.ts' }),
    ],
  },
})
