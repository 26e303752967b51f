/**
 * Keeps the screen awake from the first key or click on: WebKit grants it inside a gesture alone. The browser takes
 * it back whenever the window is hidden, so that each gesture asks again where it is gone. Slidev's own `wakeLock`
 * asks on load.
 */
export function keepAwake() {
  let lock: Promise<WakeLockSentinel | undefined> | undefined
  const ask = () => {
    // Absent from an address that is not secure.
    const { wakeLock } = navigator as { wakeLock?: WakeLock }
    lock = Promise.resolve(lock).then(async held => {
      if (held && !held.released) return held
      // Refused, as by a battery saver: the next gesture tries again.
      return wakeLock?.request('screen').catch(() => undefined)
    })
  }
  for (const gesture of ['click', 'keydown']) window.addEventListener(gesture, ask, { capture: true })
}
