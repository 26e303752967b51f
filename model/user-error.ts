/**
 * Something that the user can mend and that is not in the content files: a wrong flag, a missing browser,
 * a busy port. It is shown as its message and its hint, never with a stack.
 */
export class UserError extends Error {
  override name = 'UserError'
  readonly hint: string | undefined
  /** What the command exits with: 1 when the content is at fault, 2 otherwise. */
  readonly exit: 1 | 2

  constructor(message: string, hint?: string, exit: 1 | 2 = 2) {
    super(message)
    this.hint = hint
    this.exit = exit
  }
}
