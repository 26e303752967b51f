import { onMounted, onUnmounted } from 'vue'

/** What a press does something to. A field for text only takes the focus. */
const CONTROLS = 'button, a, summary, select, [role="button"], input:is([type=radio], [type=checkbox], [type=range])'

/** What a press is meant for: the control, or that of the label that was hit. */
function controlAt(target: EventTarget | null): Element | null {
  const element = target instanceof Element ? target : null
  const control = element?.closest('label')?.control ?? element
  return control?.closest(CONTROLS) ?? null
}

/** What the press before was meant for; undefined after `endDoubleClick`: then every second press is stray. */
let meant: Element | null | undefined
/** Whether the press that is under way is a second one, and hits what it was not meant for. */
let stray = false

/**
 * The second press of a double click counts where the first one did. If that has brought another step, or moved what is
 * below the pointer, the second would answer, clear or leave what nobody has looked at yet. A slider does not wait for
 * the click: it takes where the button of the mouse goes down, and where it comes up; a finger on it is not kept off,
 * because its `pointerup` comes first.
 */
function keepDoubleClick(event: MouseEvent) {
  if (event.type !== 'pointerup') {
    const hit = controlAt(event.target)
    stray = event.detail > 1 && hit !== null && hit !== meant
    if (event.detail < 2 || event.type === 'click') meant = hit
  }
  if (stray) {
    event.preventDefault()
    event.stopPropagation()
  }
  if (event.type === 'click') stray = false
}

/** Whatever the second press of this double click hits, it was not meant. */
export function endDoubleClick() {
  meant = undefined
}

const EVENTS = ['mousedown', 'pointerup', 'click'] as const
let users = 0

/**
 * Guards the whole page while a component that asked for it is mounted: what has moved below the pointer may be
 * anywhere.
 * Not by Vue's listeners: Vue marks an event with the time at which it first meets it, and skips handlers that were
 * added after that time. After the clock was set back, no button would do anything.
 */
export function useDoubleClickGuard() {
  onMounted(() => {
    if (users++ === 0) for (const type of EVENTS) window.addEventListener(type, keepDoubleClick, { capture: true })
  })
  onUnmounted(() => {
    if (--users === 0) for (const type of EVENTS) window.removeEventListener(type, keepDoubleClick, { capture: true })
  })
}
