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
/** Where and when that press was. */
let last: { x: number; y: number; time: number } | undefined
/** Whether the press that is under way is a second one, and hits what it was not meant for. */
let stray = false
/** What stood in a slider when that press began. */
let before = ''

/** How far from the first tap, in pixels, and how long after it, in milliseconds, a second one is part of the same. */
const [NEAR, SOON] = [30, 500]

/** Whether a press follows another one at once, in the same place. Browsers count clicks, and touches not before. */
function isSecond({ type, detail, clientX, clientY, timeStamp }: MouseEvent): boolean {
  if (type !== 'pointerdown') return detail > 1
  return (
    last !== undefined &&
    timeStamp - last.time < SOON &&
    Math.max(Math.abs(clientX - last.x), Math.abs(clientY - last.y)) < NEAR
  )
}

/** A press begins, or is counted. */
function begin(event: MouseEvent) {
  const hit = controlAt(event.target)
  const second = isSecond(event)
  stray = second && hit !== null && hit !== meant
  if (hit instanceof HTMLInputElement) before = hit.value
  if (event.type === 'click' || (event.type === 'mousedown' && !second)) meant = hit
}

/**
 * The second press of a double click counts where the first one did. If that has brought another step, or moved what is
 * below the pointer, the second would answer, clear or leave what nobody has looked at yet. A slider does not wait for
 * the click: it moves when a finger touches it or the button of the mouse goes down, and is taken when they come up.
 */
function keepDoubleClick(event: MouseEvent | InputEvent) {
  const { type, target } = event
  const isTouch = 'pointerType' in event && event.pointerType !== 'mouse'
  if (type === 'mousedown' || type === 'click' || (type === 'pointerdown' && isTouch)) begin(event as MouseEvent)
  const isSlider = target instanceof HTMLInputElement && target.type === 'range'
  if (stray && (type !== 'input' || isSlider)) {
    // A touch cannot be kept off without making every page wait before it scrolls.
    if (type === 'input') (target as HTMLInputElement).value = before
    event.preventDefault()
    event.stopPropagation()
  }
  if (type === 'click') {
    const { clientX: x, clientY: y, timeStamp: time } = event as MouseEvent
    last = { x, y, time }
  }
  if (type === 'click' || type === 'pointercancel' || (type === 'pointerup' && isTouch)) stray = false
}

/** Whatever the second press of this double click hits, it was not meant. */
export function endDoubleClick() {
  meant = undefined
}

const EVENTS = ['pointerdown', 'mousedown', 'input', 'pointerup', 'pointercancel', 'click'] as const
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
