import { relative, sep } from 'node:path'
import { stripVTControlCharacters } from 'node:util'

/** What came of a run of tests. */
export interface TestReport {
  passed: number
  failed: number
  /** Tests that this system, or this content, gives no occasion for. */
  skipped: number
  /** The files in which something failed, by their paths from the root. */
  files: string[]
  /** Tests that failed, and passed when they were repeated: on a busy machine, or by a fault that is hard to catch. */
  unsteady: UnsteadyTest[]
}

export interface UnsteadyTest {
  file: string
  title: string
  /** What was wrong the first time, in a line. */
  why: string
}

/** The parts of Vitest's JSON report that are read here. */
interface Report {
  numPassedTests: number
  numFailedTests: number
  numPendingTests: number
  testResults: { name: string; status: string; assertionResults: Result[] }[]
}

interface Result {
  fullName: string
  status: string
  failureMessages: string[]
}

/**
 * Reads what `vitest --reporter=json` wrote.
 * @param root the project's folder
 * @param json nothing when the runner ended before it wrote a report
 */
export function readReport(root: string, json: string | undefined): TestReport {
  if (!json) return { passed: 0, failed: 0, skipped: 0, files: [], unsteady: [] }
  const { numPassedTests, numFailedTests, numPendingTests, testResults } = JSON.parse(json) as Report
  const failed = testResults.filter(({ status }) => status === 'failed')
  // A file that could not be loaded, or whose preparation failed, counts though none of its tests ran.
  const unrun = failed.filter(({ assertionResults }) => !assertionResults.some(hasFailed)).length
  return {
    passed: numPassedTests,
    failed: numFailedTests + unrun,
    skipped: numPendingTests,
    files: failed.map(({ name }) => pathFrom(root, name)).sort(),
    unsteady: testResults.flatMap(({ name, assertionResults }) =>
      assertionResults.filter(isUnsteady).map(({ fullName, failureMessages }) => ({
        file: pathFrom(root, name),
        title: fullName,
        why: stripVTControlCharacters(failureMessages[0]!).split('\n')[0]!,
      })),
    ),
  }
}

const pathFrom = (root: string, name: string) => relative(root, name).split(sep).join('/')
const hasFailed = ({ status }: Result) => status === 'failed'
const isUnsteady = ({ status, failureMessages }: Result) => status === 'passed' && failureMessages.length > 0
