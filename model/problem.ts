/** Something an author has to mend: where it is, what was expected and found, and one remedy. */
export interface Problem {
  /** Path from the project's root, with forward slashes. */
  file: string
  line: number
  column: number
  /** Stable name for tests and docs, such as `exercise/minutes`. */
  rule: string
  /** "Expected …, found …." */
  message: string
  hint?: string
  /** The line of the file, for the excerpt under the message. */
  excerpt?: string
  /** How many characters to underline. */
  span?: number
}

/** The content cannot be used as it stands; carries every problem, not the first. */
export class ContentError extends Error {
  override name = 'ContentError'
  readonly problems: readonly Problem[]

  constructor(problems: readonly Problem[]) {
    super(problems.map(formatProblem).join('\n\n'))
    this.problems = problems
  }
}

export function sortProblems(problems: Problem[]): Problem[] {
  const byPlace = (a: Problem, b: Problem) =>
    compare(a.file, b.file) || a.line - b.line || a.column - b.column || compare(a.rule, b.rule)
  const seen = new Set<string>()
  return problems.toSorted(byPlace).filter(problem => {
    const key = JSON.stringify(problem)
    return !seen.has(key) && seen.add(key)
  })
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** Place and rule, message, an excerpt with a caret, and the hint. */
export function formatProblem(problem: Problem): string {
  const lines = [`${problem.file}:${problem.line}:${problem.column}  ${problem.rule}`, `  ${problem.message}`]
  if (problem.excerpt !== undefined) lines.push(...underline(problem))
  if (problem.hint) lines.push(`  Hint: ${problem.hint}`)
  // Half a character would be another sign in every terminal.
  return lines.join('\n').replace(/\p{Cs}/gu, '\uFFFD')
}

const WIDTH = 88

function underline({ excerpt = '', line, column, span = 1 }: Problem): string[] {
  const number = String(line).padStart(5)
  // A long line is shown from a little before the place, so that the caret stays in view.
  const from = column > WIDTH - 20 ? column - 30 : 0
  const shown = printable(excerpt)
    .slice(from, from + WIDTH)
    .trimEnd()
  const at = Math.max(0, column - 1 - from)
  const length = Math.max(1, Math.min(span, shown.length - at))
  return [
    `  ${number} | ${from ? '…' : ''}${shown}${excerpt.length > from + WIDTH ? '…' : ''}`,
    `  ${' '.repeat(5)} | ${' '.repeat(at + (from ? 1 : 0))}${'^'.repeat(length)}`,
  ]
}

/** A tab or a control character would move the caret, or the terminal. */
function printable(text: string): string {
  return text.replaceAll('\t', ' ').replace(/\p{Cc}/gu, '\uFFFD')
}
