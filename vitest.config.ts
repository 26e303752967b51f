import { availableParallelism } from 'node:os'
import process from 'node:process'

import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vitest/config'
import type { TestSpecification } from 'vitest/node'
import { BaseSequencer } from 'vitest/node'

import { inMemory } from './tests/in-memory.ts'

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

/**
 * The kinds of tests, from fast to slow. The folders of one project share its workers and its compiled modules: with a
 * project each, unit, component and content would load the kit three times, and component and content take half as long
 * again.
 */
const PROJECTS = {
  // The content tests hold what only the workshop in content/ can show; for other content they are skipped.
  quick: {
    folders: ['unit', 'component', 'content'],
    testTimeout: 20_000,
    hookTimeout: 60_000,
    globalSetup: 'tests/in-memory.ts',
    env: inMemory ? { TMPDIR: inMemory } : {},
  },
  pdf: { folders: ['pdf'], testTimeout: 120_000, hookTimeout: 240_000 },
  browser: {
    folders: ['browser'],
    testTimeout: 120_000,
    hookTimeout: 240_000,
    globalSetup: 'tests/browser/setup.ts',
  },
  // Apart from `npm test`, for which Chromium is enough: these need Firefox and WebKit too (`npm run test:engines`).
  // They are driven from outside, where a command now and then is lost: what fails twice is a fault of ours.
  engines: {
    folders: ['engines'],
    testTimeout: 120_000,
    hookTimeout: 240_000,
    globalSetup: 'tests/browser/setup.ts',
    retry: 1,
  },
}

/**
 * The files that take longest, each project's longest first. Begun in this order, none of them is left running alone at
 * the end of its project, while another core has nothing to do.
 */
const LONGEST = [
  'unit/new-kind',
  'unit/model/mutations',
  'unit/room/two-servers',
  'unit/room/killed',
  'unit/model/broken',
  'unit/room/bad-requests',
  'unit/commands/check',
  'pdf/build-command',
  'pdf/canary',
  'pdf/handouts-command',
  'pdf/handouts',
  'pdf/midway',
  'pdf/second-workshop',
  'browser/exercises',
  'browser/site-updates',
  'browser/deck',
  'browser/site-lesson',
  'browser/readme',
  'browser/room-played',
  'browser/touch',
  'browser/site-bad-input',
  'browser/site-pages',
  'browser/site-offline',
  'browser/room',
  'browser/live-edit',
  'browser/start',
  'browser/two-windows',
  'browser/room-crowd',
  'browser/site-take-home',
  'engines/firefox',
  'engines/webkit',
  'engines/chromium',
].map(name => `/tests/${name}.test.ts`)

/** Project by project, because a worker serves one project at a time; in a project the longest files first. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const order = Object.keys(PROJECTS)
    const rank = ({ project, moduleId }: TestSpecification) => {
      const longest = LONGEST.findIndex(path => moduleId.endsWith(path))
      return order.indexOf(project.name) * 100 + (longest === -1 ? LONGEST.length : longest)
    }
    return (await super.sort(files)).sort((a, b) => rank(a) - rank(b))
  }
}

export default defineConfig({
  plugins: [vue()],
  test: {
    // One more than there are cores, because half of the tests wait for a browser now and then: on two cores it saves
    // an eighth of the time. Beyond four, browsers would get in each other's way sooner than be done.
    maxWorkers: Math.min(4, Math.max(2, availableParallelism() + 1)),
    // A worker keeps its modules and its browser from one file to the next; no test replaces a module or a global.
    isolate: false,
    sequence: { sequencer: LongestFirst },
    // Servers of CI are shared: there a test that fails is repeated once, and named if it passes then. At a desk every
    // failure counts.
    retry: process.env.CI ? 1 : 0,
    // On a busy machine a second, as Vitest has it, is soon over.
    expect: { poll: { timeout: 10_000 } },
    projects: Object.entries(PROJECTS).map(([name, { folders, ...options }]) => ({
      extends: true as const,
      test: { name, include: folders.map(folder => `tests/${folder}/**/*.test.ts`), ...options },
    })),
  },
})
