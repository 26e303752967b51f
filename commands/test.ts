import { spawn } from 'node:child_process'
import { readFile, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import process from 'node:process'

import { runCommand } from './run-command'
import type { TestReport, UnsteadyTest } from './test-report'
import { readReport } from './test-report'

const flags = {
  quick: {
    type: 'boolean',
    about: 'types, lint, format and the unit, component and content tests alone, which need no browser',
  },
  engines: {
    type: 'boolean',
    about: 'only the scenarios that Chromium, Firefox and WebKit share, as far as they are installed',
  },
} as const

/** A tool that judges the sources, and what repeats or mends it. */
const CHECKS = {
  types: { bin: 'vue-tsc/bin/vue-tsc.js', args: ['--noEmit', '-p', 'tsconfig.json'], again: 'npm run types' },
  lint: { bin: 'eslint/bin/eslint.js', args: ['.'], again: 'npm run lint; npm run format mends most of it' },
  format: {
    bin: 'prettier/bin/prettier.cjs',
    args: ['--check', '.', '--log-level', 'warn'],
    again: 'npm run format',
  },
} as const

/** The unit, component and content tests, which need no browser. */
const QUICK = ['--project', 'quick']
/** Firefox and WebKit have a command of their own, `npm run test:engines`. */
const ALL = ['--project', '!engines']
const ENGINES = ['--project', 'engines']

await runCommand(
  'test',
  'Runs types, lint, format, unit, component, content, PDF and browser tests.',
  flags,
  async ({ quick = false, engines = false }) => {
    const root = process.cwd()
    const failed: Failure[] = []
    const checks = engines ? [] : Object.keys(CHECKS)
    const check = async (name: keyof typeof CHECKS) => {
      const { bin, args, again } = CHECKS[name]
      if (!(await runTool(root, name, bin, args, 'whole'))) failed.push({ what: name, again })
    }
    // At once, because each keeps one core busy for as long as the others: two cores are then never without work.
    if (checks.length) await Promise.all([check('types'), check('lint'), check('format')])
    const passed = checks.length - failed.length

    const tests = await runTests(root, engines ? ENGINES : quick ? QUICK : ALL)
    failed.push(...tests.files.map(file => ({ what: file, again: `npx vitest run ${file}` })))
    if (tests.unsteady.length)
      console.error(`\nPassed only when repeated, so look at them:\n${tests.unsteady.map(unsteadyRowOf).join('\n')}`)
    if (failed.length) console.error(`\nTo repeat only what failed:\n${failed.map(rowOf).join('\n')}`)
    const skipped = tests.skipped ? `, ${tests.skipped} skipped` : ''
    const failures = checks.length - passed + tests.failed
    console.log(`\n${passed + tests.passed} passed, ${failures} failed${skipped}`)
    process.exitCode = failures ? 1 : 0
  },
)

interface Failure {
  what: string
  /** The command that repeats it alone. */
  again: string
}

function rowOf({ what, again }: Failure): string {
  return `  ${what.padEnd(40)} ${again}`
}

function unsteadyRowOf({ file, title, why }: UnsteadyTest): string {
  return `  ${file}  ${title}\n    ${why}`
}

/** Runs the projects of vitest.config.ts, all of them or those that are named; prints as it goes. */
async function runTests(root: string, projects: string[]): Promise<TestReport> {
  const report = join(root, 'node_modules/.vitest-report.json')
  await rm(report, { force: true })
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const passed = await runTool(root, 'tests', 'vitest/vitest.mjs', ['run', ...projects, ...reporters], 'live')
  const counts = readReport(root, await readFile(report, 'utf8').catch(() => undefined))
  // A runner that stopped before it could count is a failure too.
  return passed || counts.failed ? counts : { ...counts, failed: 1 }
}

/**
 * Runs a tool that this project installed.
 * @param output `live` as it is printed, `whole` when the tool has ended, so that tools side by side stay readable
 * @returns whether it ended well
 */
async function runTool(
  root: string,
  name: string,
  bin: string,
  args: readonly string[],
  output: 'live' | 'whole',
): Promise<boolean> {
  const began = performance.now()
  const path = join(
    createRequire(join(root, 'package.json')).resolve(`${bin.split('/')[0]}/package.json`),
    '..',
    ...bin.split('/').slice(1),
  )
  const child = spawn(process.execPath, [path, ...args], {
    cwd: root,
    stdio: output === 'live' ? 'inherit' : ['ignore', 'pipe', 'pipe'],
    // A tool that prints into a pipe leaves its colours out unless it is asked for them.
    env: { ...process.env, ...(output === 'whole' && process.stderr.isTTY && { FORCE_COLOR: '1' }) },
  })
  const stop = () => child.kill()
  process.once('exit', stop)
  let printed = ''
  child.stdout?.on('data', chunk => (printed += chunk))
  child.stderr?.on('data', chunk => (printed += chunk))
  const code = await new Promise(resolve => child.once('close', resolve))
  process.off('exit', stop)
  process.stderr.write(printed)
  console.error(`${code === 0 ? 'done' : 'FAILED'}  ${name}  ${((performance.now() - began) / 1000).toFixed(1)} s`)
  return code === 0
}
