import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vitest/config'

/** One project a kind of test, from fast to slow: `npx vitest run --project unit` runs the fast ones alone. */
function project(name: string, rest: Record<string, unknown> = {}) {
  return {
    plugins: [vue()],
    test: { name, include: [`tests/${name}/**/*.test.ts`], ...rest },
  }
}

export default defineConfig({
  test: {
    projects: [
      project('unit'),
      project('component'),
      project('pdf', { testTimeout: 120_000, hookTimeout: 120_000, fileParallelism: false }),
      project('browser', { testTimeout: 120_000, hookTimeout: 180_000, fileParallelism: false, globalSetup: 'tests/browser/setup.ts' }),
    ],
  },
})
