import type { EngineLocator, EngineRole } from '../driver'
import type { ScriptedPage } from './scripted-page'

/** One step on the way from the document to what is meant: all that a selector finds, or one of them by its place. */
type Step = { css: string; name?: string } | { index: number }

const ROLES: Record<EngineRole, string> = {
  button: 'button',
  link: 'a[href]',
  spinbutton: 'input[type="number"]',
  textbox: 'textarea, input[type="text"]',
}

/** Run in the page. `:visible` is Playwright's own and stands at the end of a selector, if at all. */
function find(steps: Step[]): HTMLElement[] {
  const named = (element: HTMLElement, name: string) =>
    (element.getAttribute('aria-label') ?? element.innerText).trim().replace(/\s+/g, ' ') === name
  return steps.reduce<HTMLElement[]>(
    (found, step) => {
      if ('index' in step) return found.slice(step.index, step.index + 1)
      const [css, visible] = step.css.split(':visible')
      const inside = new Set(found.flatMap(root => [...root.querySelectorAll<HTMLElement>(css!)]))
      return [...inside].filter(
        element =>
          (step.name === undefined || named(element, step.name)) &&
          (visible === undefined || element.offsetParent !== null),
      )
    },
    [document as unknown as HTMLElement],
  )
}

/** Where in an element it is pressed; its middle, if that is left out. */
interface Aimed {
  position: { x: number; y: number }
}

/** Run in the page: brings an element under the pointer, and gives the point in the window. */
function aim(element: HTMLElement, position?: Aimed['position']) {
  element.scrollIntoView({ block: 'center', behavior: 'instant' })
  const { left, top, width, height } = element.getBoundingClientRect()
  const point = {
    x: Math.round(left + (position?.x ?? width / 2)),
    y: Math.round(top + (position?.y ?? height / 2)),
  }
  const hit = document.elementFromPoint(point.x, point.y)
  const labels = [...((element as HTMLInputElement).labels ?? [])]
  if (!hit || ![element, ...labels].some(each => each.contains(hit)))
    throw new Error(`${hit?.outerHTML.slice(0, 80)} lies over ${element.outerHTML.slice(0, 80)}`)
  return point
}

/** What Playwright's locator does, by one script in the page for each question. */
export class ScriptLocator implements EngineLocator {
  readonly #page: ScriptedPage
  readonly #steps: Step[]

  constructor(page: ScriptedPage, steps: Step[]) {
    this.#page = page
    this.#steps = steps
  }

  #then(step: Step) {
    return new ScriptLocator(this.#page, [...this.#steps, step])
  }
  locator = (selector: string) => this.#then({ css: selector })
  first = () => this.#then({ index: 0 })
  getByRole = (role: EngineRole, { name }: { name?: string } = {}) =>
    this.#then({ css: ROLES[role], ...(name !== undefined && { name }) })

  /** Runs a function on everything that is found. */
  #onAll(body: string, args: unknown[]): Promise<unknown> {
    return this.#page.run(`(steps, ...args) => (${body})((${find})(steps), ...args)`, [this.#steps, ...args])
  }
  /** Runs a function on the one element that is found, once it is there. */
  async #onOne(body: string, args: unknown[]): Promise<unknown> {
    await this.#page.until(async () => (await this.count()) > 0, String(this))
    return this.#onAll(
      `([element, ...more], ...args) => {
        if (more.length) throw new Error('There are ' + (more.length + 1))
        return (${body})(element, ...args)
      }`,
      args,
    )
  }

  evaluateAll = ((body: (elements: unknown, arg: unknown) => unknown, ...args: unknown[]) =>
    this.#onAll(String(body), args)) as EngineLocator['evaluateAll']
  evaluate = ((body: (element: unknown, arg: unknown) => unknown, ...args: unknown[]) =>
    this.#onOne(String(body), args)) as EngineLocator['evaluate']

  count = () => this.evaluateAll(elements => elements.length)
  all = async () => Array.from({ length: await this.count() }, (_, index) => this.#then({ index }))
  inputValue = () => this.evaluate(element => (element as HTMLInputElement).value)
  focus = () => this.evaluate(element => (element as HTMLElement).focus())
  scrollIntoViewIfNeeded = () => this.evaluate(element => element.scrollIntoView({ block: 'center' }))

  /** Until the first that is found can be seen. */
  async waitFor() {
    const seen = () => this.evaluateAll(([element]) => Boolean(element?.checkVisibility()))
    await this.#page.until(seen, `${this}`)
  }

  click = async (options?: Partial<Aimed>) => this.#page.clickAt(await this.#aim(options))
  tap = async (options?: Partial<Aimed>) => this.#page.tapAt(await this.#aim(options))

  #aim = ({ position }: Partial<Aimed> = {}) =>
    this.#onOne(String(aim), position ? [position] : []) as Promise<Aimed['position']>

  toString = () => this.#steps.map(step => ('index' in step ? `[${step.index}]` : step.css)).join(' ')
}
