// @ts-check
// Plain JavaScript, because commands/run.mjs asks it before anything that is written in TypeScript can be loaded.
import process from 'node:process'

/**
 * Whether a process is running, and is not this one: what a killed process left can carry this one's id, because
 * containers count theirs from 1.
 * @param {number} id
 */
export function isOtherProcess(id) {
  try {
    return id !== process.pid && process.kill(id, 0)
  } catch (error) {
    // EPERM: it is running, as another user.
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM'
  }
}
