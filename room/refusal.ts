/** Why a request is refused, each with the status that it is answered with; interface.yaml has a sentence for each. */
export const REFUSALS = {
  wrongCode: 403,
  tooManyTries: 429,
  notIn: 401,
  notAllowed: 403,
  foreign: 403,
  unknown: 404,
  closed: 409,
  earlierRound: 409,
  notDriving: 409,
  unreadable: 400,
  tooLong: 413,
  tooMany: 429,
  full: 503,
  ended: 410,
  notKept: 503,
} as const
export type RefusalCode = keyof typeof REFUSALS

/** A request that the room does not do. */
export class Refusal extends Error {
  override name = 'Refusal'
  readonly code: RefusalCode
  constructor(code: RefusalCode) {
    super(code)
    this.code = code
  }
}
