import type { LaidOutBlock } from './paginate'
import type { Rendered } from './templates'

// These run in the browser's page. They hold no named function of their own: the compiler's helpers for those are not
// there.

/** Loads the typefaces of Latin letters; those of other signs come when a document has such signs. */
export function loadTypefaces(): Promise<unknown> {
  const latin = [...document.fonts].filter(({ unicodeRange }) => unicodeRange.startsWith('U+0-'))
  return Promise.all(latin.map(face => face.load())).then(() => {})
}

/** Puts a document into the page. Nothing of it is drawn: all is laid out, and the draft takes a third of the time. */
export function put({ language, direction, title, style, body }: Rendered): Promise<unknown> {
  document.documentElement.lang = language
  document.documentElement.dir = direction
  document.title = title
  document.querySelector('style:last-of-type')!.textContent = style
  document.body.innerHTML = body
  // Chromium's tags leave out a cell in which nothing is written, and the columns of its row move.
  for (const cell of document.querySelectorAll('td')) {
    if (cell.textContent!.trim() === '') cell.insertAdjacentHTML('beforeend', '<span class="cell-filler">·</span>')
  }
  document.documentElement.style.visibility = 'hidden'
  // Layout starts the loading of typefaces.
  document.body.getBoundingClientRect()
  return document.fonts.ready.then(() => {})
}

/** Makes all type smaller, by a fifth at most, until each section that has one page for itself fits on it. */
export function fitPages(pageHeight: number): void {
  const sections = [...document.querySelectorAll('[data-one-page]')]
  const whole = parseFloat(getComputedStyle(document.documentElement).fontSize)
  for (let share = 1; share >= 0.8; share -= 0.02) {
    // Even the same size, set, would have all laid out again.
    if (share < 1) document.documentElement.style.fontSize = `${whole * share}px`
    if (sections.every(section => section.getBoundingClientRect().height <= pageHeight)) return
  }
}

/**
 * Allows a split in what is taller than a page: tables, whose head the browser repeats, and blocks that are not laid
 * out page by page.
 */
export function splitTall(pageHeight: number): void {
  for (const element of document.querySelectorAll<HTMLElement>('table, [data-block]:not([data-part] *)'))
    if (element.getBoundingClientRect().height > pageHeight) element.style.breakInside = 'auto'
}

/** The blocks of a document that are laid out page by page, and the page that the first of them begins. */
export function measureBlocks(): { blocks: LaidOutBlock[]; firstPage: number } {
  const blocks = [...document.querySelectorAll<HTMLElement>('[data-part] [data-block]')].map(element => {
    const spread = element.closest('[data-spread]')?.getAttribute('data-spread') ?? undefined
    const startsPart = element.closest('[data-part]')!.querySelector('[data-block]') === element
    return { height: element.getBoundingClientRect().height, startsPart, ...(spread !== undefined && { spread }) }
  })
  // Before them stand sections of one page each.
  return { blocks, firstPage: document.querySelectorAll('[data-one-page]').length + 1 }
}

/** Makes what is laid out in blocks smaller. */
export function scaleBlocks(scale: number): void {
  for (const part of document.querySelectorAll<HTMLElement>('[data-part]')) part.style.zoom = String(scale)
}

/** Lets these blocks, by their indexes, begin a page, and by the style sheet no other. */
export function beginPages(starts: number[]): void {
  const blocks = document.querySelectorAll<HTMLElement>('[data-part] [data-block]')
  for (const start of starts) blocks[start]!.style.breakBefore = 'page'
}

/** Fills in the numbers that were not known when the document was written, and shows all. */
export function complete({ numbers, hasNotes }: { numbers: Record<string, number>; hasNotes: boolean }): void {
  for (const element of document.querySelectorAll<HTMLElement>('[data-number]')) {
    const { number, times } = element.dataset
    const found = numbers[number!]
    if (found === undefined) throw new Error(`Nothing is known of “${number}”.`)
    element.textContent = String(found * Number(times ?? 1))
  }
  document.getElementById('notes')?.toggleAttribute('hidden', !hasNotes)
  document.documentElement.style.visibility = ''
}

/**
 * Texts with signs that no typeface of this machine has: the browser would draw an empty box. They are found by drawing
 * them beside a code point that means nothing, so that the machine's own typefaces count.
 */
export function findUnprintable(): string[] {
  const canvas = document.createElement('canvas')
  canvas.width = canvas.height = 64
  const context = canvas.getContext('2d', { willReadFrequently: true })!
  const drawn = new Map<string, string>()
  const faults: string[] = []
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  while (texts.nextNode()) {
    const text = texts.currentNode.nodeValue!
    // The kit's own typefaces have the signs of the Latin alphabet.
    if (!/[^\0-\u024F\u2010-\u2026]/.test(text)) continue
    const element = texts.currentNode.parentElement!
    const family = getComputedStyle(element).fontFamily
    const missing = [...new Set(text)].filter(sign => {
      if (/[\s\p{Default_Ignorable_Code_Point}]/u.test(sign)) return false
      const [shape, nothing] = [sign, '\u0378'].map(each => {
        const known = drawn.get(each + family)
        if (known !== undefined) return known
        context.clearRect(0, 0, 64, 64)
        context.font = `32px ${family}`
        context.fillText(each, 8, 44)
        const shape = context.getImageData(0, 0, 64, 64).data.join()
        drawn.set(each + family, shape)
        return shape
      })
      return shape === nothing
    })
    if (!missing.length) continue
    const exercise = element.closest('[data-exercise]')?.getAttribute('data-exercise')
    const words = [...text.trim()].slice(0, 40).join('')
    const signs = missing.slice(0, 8).map(sign => {
      return `${sign} (U+${sign.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')})`
    })
    faults.push(
      `${exercise ? `exercise ${exercise}: ` : ''}“${words}” has signs that no typeface of this machine has: ` +
        `${signs.join(', ')}${missing.length > 8 ? ' …' : '.'}`,
    )
  }
  return [...new Set(faults)]
}

/** What is wider than its place, or cannot be broken and is taller than a page. */
export function findOverflow(pageHeight: number): string[] {
  const elements = [...document.querySelectorAll('body :not(svg, svg *)')].map(element => {
    const { right, height } = element.getBoundingClientRect()
    return { element, right, height }
  })
  const pageWidth = document.documentElement.clientWidth
  // A word that cannot be broken spills out of its box without widening it, and out of all boxes around it.
  const wide = elements
    .filter(
      ({ element, right }) =>
        right > pageWidth + 1 || (element.clientWidth > 0 && element.scrollWidth > element.clientWidth + 1),
    )
    .map(({ element }) => element)
  const tall = elements
    .filter(({ element, height }) => height > pageHeight && getComputedStyle(element).breakInside === 'avoid')
    .map(({ element }) => element)
  const faults = [
    ...wide
      .filter(element => !wide.some(each => each !== element && element.contains(each)))
      .map(element => ({
        element,
        fault: `“${(element.textContent ?? '').trim().slice(0, 40)}” is wider than its place on the page.`,
      })),
    ...tall.map(element => ({ element, fault: 'a part that must stay together is taller than a page.' })),
  ]
  return [
    ...new Set(
      faults.map(({ element, fault }) => {
        const exercise = element.closest('[data-exercise]')?.getAttribute('data-exercise')
        const heading = element.closest('section')?.querySelector('h2, h3, h4')?.textContent?.trim()
        return `${exercise ? `exercise ${exercise}` : `“${heading ?? 'a page'}”`}: ${fault}`
      }),
    ),
  ]
}
