import { resolve } from 'node:path'

import { describe, expect, it } from 'vitest'

import { readReport } from '../../commands/test-report'

const ROOT = resolve('/kit')
const file = (name: string, status: 'passed' | 'failed', ...tests: string[]) => ({
  name: resolve(ROOT, name),
  status,
  assertionResults: tests.map(status => ({ fullName: 'a room opens', status, failureMessages: [] as string[] })),
})
const reportOf = (testResults: ReturnType<typeof file>[]) => {
  const count = (status: string) =>
    testResults.flatMap(({ assertionResults }) => assertionResults).filter(each => each.status === status).length
  return JSON.stringify({
    numPassedTests: count('passed'),
    numFailedTests: count('failed'),
    numPendingTests: count('skipped'),
    testResults,
  })
}

describe('readReport', () => {
  it('counts tests that passed, failed and were skipped, and names each file with a failure', () => {
    const report = reportOf([
      file('tests/unit/b.test.ts', 'failed', 'passed', 'failed', 'failed'),
      file('tests/unit/c.test.ts', 'passed', 'passed', 'skipped'),
      file('tests/pdf/a.test.ts', 'failed', 'failed'),
    ])
    expect(readReport(ROOT, report)).toEqual({
      passed: 2,
      failed: 3,
      skipped: 1,
      files: ['tests/pdf/a.test.ts', 'tests/unit/b.test.ts'],
      unsteady: [],
    })
  })

  it.each([
    ['could not be loaded', []],
    ['could not be prepared', ['skipped', 'skipped']],
  ])('counts a file that %s as one failure', (_, tests) => {
    const report = reportOf([file('tests/unit/a.test.ts', 'failed', ...tests)])
    expect(readReport(ROOT, report)).toMatchObject({ passed: 0, failed: 1, files: ['tests/unit/a.test.ts'] })
  })

  it('names each test that passed only when it was repeated, with what was wrong the first time', () => {
    const once = file('tests/browser/room.test.ts', 'passed', 'passed', 'passed')
    once.assertionResults[1]!.failureMessages.push('\u001B[31mError: not visible\u001B[39m\n    at room.test.ts:3:50')
    expect(readReport(ROOT, reportOf([once]))).toMatchObject({
      passed: 2,
      failed: 0,
      unsteady: [{ file: 'tests/browser/room.test.ts', title: 'a room opens', why: 'Error: not visible' }],
    })
  })

  it('counts nothing where the runner ended before it wrote a report', () => {
    expect(readReport(ROOT, undefined)).toEqual({ passed: 0, failed: 0, skipped: 0, files: [], unsteady: [] })
  })
})
