import { spawn } from 'node:child_process'
import { readFile, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import process from 'node:process'

import { run } from './command'

const flags = {
  quick: {
    type: 'boolean',
    about: 'types, lint and the unit, component and content tests alone, which need no browser',
  },
} as const

await run(
  'test',
  'Runs everything that CI runs: types, lint, unit, component, content, PDF and browser tests.',
  flags,
  async ({ quick = false }) => {
    const root = process.cwd()
    const projects = ['unit', 'component', 'content', ...(quick ? [] : ['pdf', 'browser'])]
    let passed = 0
    let failed = 0
    for (const [name, bin, args] of [
      ['types', 'vue-tsc/bin/vue-tsc.js', ['--noEmit', '-p', 'tsconfig.json']],
      ['lint', 'eslint/bin/eslint.js', ['.']],
    ] as const) {
      if (await tool(root, name, bin, args)) passed++
      else failed++
    }
    const report = join(root, 'node_modules/.vitest-report.json')
    await rm(report, { force: true })
    const ran = await tool(root, 'tests', 'vitest/vitest.mjs', [
      'run',
      ...projects.flatMap(project => ['--project', project]),
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ])
    const counts = await readCounts(report)
    passed += counts.passed
    // A runner that fell over before it could count is a failure too.
    failed += counts.failed || (ran ? 0 : 1)
    console.log(`\n${passed} passed, ${failed} failed`)
    process.exitCode = failed ? 1 : 0
  },
)

/** Runs a tool that this project installed, printing as it goes; true when it ended well. */
async function tool(root: string, name: string, bin: string, args: readonly string[]): Promise<boolean> {
  const began = performance.now()
  const path = join(
    createRequire(join(root, 'package.json')).resolve(`${bin.split('/')[0]}/package.json`),
    '..',
    ...bin.split('/').slice(1),
  )
  const child = spawn(process.execPath, [path, ...args], { cwd: root, stdio: 'inherit' })
  const stop = () => child.kill()
  process.once('exit', stop)
  const code = await new Promise(resolve => child.once('close', resolve))
  process.off('exit', stop)
  console.error(`${code === 0 ? 'done' : 'FAILED'}  ${name}  ${((performance.now() - began) / 1000).toFixed(1)} s`)
  return code === 0
}

async function readCounts(report: string): Promise<{ passed: number; failed: number }> {
  try {
    const { numPassedTests, numFailedTests } = JSON.parse(await readFile(report, 'utf8')) as {
      numPassedTests: number
      numFailedTests: number
    }
    return { passed: numPassedTests, failed: numFailedTests }
  } catch {
    return { passed: 0, failed: 0 }
  }
}
