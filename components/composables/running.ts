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

export interface Steps {
  /** Takes one step. */
  step: () => void
  /** Takes all that are left, at once. */
  rest: () => void
  /** Whether a step is left. */
  more: () => boolean
}

/**
 * Steps that follow each other by themselves, and that anyone can stop.
 * @param milliseconds between two of them
 */
export function useRunning({ step, rest, more }: Steps, milliseconds: number): Running {
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
      rest()
      return
    }
    running.value = true
    next()
  }
  function next() {
    if (!more()) {
      stop()
      return
    }
    step()
    timer = setTimeout(next, milliseconds)
  }
  function stop() {
    clearTimeout(timer)
    running.value = false
  }
  return { still, running, run, stop }
}
