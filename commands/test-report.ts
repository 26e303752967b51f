import { relative, sep } from 'node:path'

/** What came of a run of tests. */
export interface TestReport {
  passed: number
  failed: number
  /** Tests that this system, or this content, gives no occasion for. */
  skipped: number
  /** The files in which something failed, by their paths from the root. */
  files: string[]
}

/** The parts of Vitest's JSON report that are read here. */
interface Report {
  numPassedTests: number
  numFailedTests: number
  numPendingTests: number
  testResults: { name: string; status: string; assertionResults: unknown[] }[]
}

/**
 * Reads what `vitest --reporter=json` wrote.
 * @param root the project's folder
 * @param json nothing when the runner ended before it wrote a report
 */
export function readReport(root: string, json: string | undefined): TestReport {
  if (!json) return { passed: 0, failed: 0, skipped: 0, files: [] }
  const { numPassedTests, numFailedTests, numPendingTests, testResults } = JSON.parse(json) as Report
  const failed = testResults.filter(({ status }) => status === 'failed')
  // A file that could not be loaded, or whose preparation failed, counts though none of its tests ran.
  const unrun = failed.filter(({ assertionResults }) => !assertionResults.some(hasFailed)).length
  return {
    passed: numPassedTests,
    failed: numFailedTests + unrun,
    skipped: numPendingTests,
    files: failed.map(({ name }) => relative(root, name).split(sep).join('/')).sort(),
  }
}

const hasFailed = (result: unknown) => (result as { status: string }).status === 'failed'
