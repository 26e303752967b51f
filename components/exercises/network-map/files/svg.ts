import { isolated } from '../../../text/isolate'
import { CENTRE } from '../places'
import type { Scene } from '../scene'
import { plateWidth, shortened, SIGNS } from '../scene'
import { xml } from './xml'

/** How many pixels wide a picture made of it is. */
const PIXELS = 1200
/** The size of its letters: lines are as thick and as broken as on the screen (drawing.css), whatever the side is. */
const EM = 16
const INK = '#1f2233'
const EDGE = '#76736c'
const FONT = "'Atkinson Hyperlegible Next', 'Atkinson Hyperlegible', system-ui, sans-serif"
/** How thick the line from ego is on each ring, from the inside out. */
const STRENGTH = [5, 2.5, 1]

/** A plate on the very edge has an edge of its own. */
const MARGIN = 0.25 * EM
/** Words that stand beside what they explain are smaller, and a line of them is as high as this. */
const [SMALL, LINE] = [0.85 * EM, 1.3 * EM]

/**
 * The map as a file of its own, on white, with all that it shows in words.
 * @param key what its lines mean, below it: a file has nothing else to explain them
 */
export function asSvg(
  scene: Scene,
  rings: readonly string[],
  you: string,
  key: readonly string[],
  alt: string,
): string {
  const side = scene.side * EM
  const at = (percent: number) => Math.round(percent * side) / 100
  const line = (from: { x: number; y: number }, to: { x: number; y: number }, more: string) =>
    `<line x1="${at(from.x)}" y1="${at(from.y)}" x2="${at(to.x)}" y2="${at(to.y)}" ${more}/>`
  const text = (x: number, y: number, words: string, more = '') =>
    `<text x="${x}" y="${y}" dy=".35em" text-anchor="middle" ${more}>${xml(words)}</text>`
  const middle = { x: 50, y: 50 }
  const parts = [
    ...scene.rings.map(
      radius =>
        `<circle cx="${side / 2}" cy="${side / 2}" r="${at(radius)}" fill="none" stroke="${EDGE}" stroke-width="1.5"/>`,
    ),
    ...(scene.rings.length
      ? []
      : scene.people.map(({ at: place, ring, dormant }) =>
          line(
            middle,
            place,
            `stroke="${EDGE}" stroke-width="${STRENGTH[Math.min(ring, 2)]}"${dormant ? ' stroke-dasharray="5 5"' : ''}`,
          ),
        )),
    ...scene.ties.map(({ from, to }) => line(from, to, `stroke="${INK}" stroke-width="2.5"`)),
    ...scene.rings.map((radius, ring) =>
      text(
        side / 2,
        at(50 - radius) + EM,
        rings[ring]!,
        `font-size="${SMALL}" fill="${INK}" stroke="#fff" stroke-width="8" ` +
          'paint-order="stroke" stroke-linejoin="round"',
      ),
    ),
    `<circle cx="${side / 2}" cy="${side / 2}" r="${at(CENTRE)}" fill="${INK}"/>`,
    text(side / 2, side / 2, you, 'fill="#fff" font-weight="700"'),
    ...scene.people.map(({ at: stands, code, dormant, bridging, sign }) => {
      const words = shortened(code)
      const width = plateWidth(words, sign !== undefined) * EM
      const plate = (more: number, dashes: string) =>
        `<rect x="${-width / 2 - more}" y="${-0.75 * EM - more}" width="${width + 2 * more}" ` +
        `height="${1.5 * EM + 2 * more}" rx="${0.75 * EM + more}" ` +
        `fill="#fff" stroke="${INK}" stroke-width="2"${dashes}/>`
      const place = `translate(${-width / 2 + 0.9 * EM} 0) scale(${0.4 * EM})`
      const mark = sign === undefined ? '' : `<path transform="${place}" d="${SIGNS[sign]}" fill="${INK}"/>`
      return (
        `<g transform="translate(${at(stands.x)} ${at(stands.y)})">` +
        (bridging ? plate(0.3 * EM, '') : '') +
        plate(0, dormant ? ' stroke-dasharray="4 3"' : '') +
        mark +
        text(sign === undefined ? 0 : 0.65 * EM, 0, isolated(words), `fill="${INK}" font-weight="600"`) +
        '</g>'
      )
    }),
    ...key.map((words, line) =>
      text(side / 2, side + (line + 0.5) * LINE, words, `font-size="${SMALL}" fill="${INK}"`),
    ),
  ]
  const wide = side + 2 * MARGIN
  const high = wide + key.length * LINE
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${-MARGIN} ${-MARGIN} ${wide} ${high}" ` +
    `width="${PIXELS}" height="${Math.round((PIXELS * high) / wide)}" ` +
    `role="img" font-family="${xml(FONT)}" font-size="${EM}"><title>${xml(alt)}</title>` +
    `<rect x="${-MARGIN}" y="${-MARGIN}" width="${wide}" height="${high}" fill="#fff"/>${parts.join('')}</svg>\n`
  )
}
