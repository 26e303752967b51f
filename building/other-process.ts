import process from 'node:process'

/**
 * Whether a process is running, and is not this one: what a killed process left can carry this one's id, because
 * containers count theirs from 1.
 */
export function isOtherProcess(id: number): boolean {
  try {
    // 0 would ask for this process's own group.
    return id > 0 && id !== process.pid && process.kill(id, 0)
  } catch (error) {
    // EPERM: it is running, as another user.
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
