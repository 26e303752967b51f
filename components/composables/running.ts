import type { Ref } from 'vue'
import { onBeforeUnmount, onMounted, ref } from 'vue'

export interface Running {
  /** Whether a device asks for less motion; true until it was asked. */
  still: Readonly<Ref<boolean>>
  /** Whether steps follow each other by themselves now. */
  running: Readonly<Ref<boolean>>
  /** Takes steps until there is none left: one after the other where there may be motion, all at once where not. */
  run: () => void
  stop: () => void
}

/**
 * Steps that follow each other by themselves, and that anyone can stop.
 * @param step takes one step; whether another one is left
 * @param milliseconds between two of them
 */
export function useRunning(step: () => boolean, milliseconds: number): Running {
  const still = ref(true)
  const running = ref(false)
  let timer: ReturnType<typeof setTimeout> | undefined

  onMounted(() => {
    still.value = matchMedia('(prefers-reduced-motion: reduce)').matches
  })
  onBeforeUnmount(stop)

  function run() {
    stop()
    if (still.value) {
      while (step());
      return
    }
    running.value = true
    next()
  }
  function next() {
    if (step()) timer = setTimeout(next, milliseconds)
    else stop()
  }
  function stop() {
    clearTimeout(timer)
    running.value = false
  }
  return { still, running, run, stop }
}
