import { isolated } from '../../../text/isolate'
import { CENTRE, radii } from '../places'
import type { Scene } from '../scene'
import { OUTERMOST, plateWidth, shortened, SIGNS } from '../scene'
import { xml } from './xml'

/** The side of the drawing, and the size of its letters. */
const SIDE = 1200
const EM = 28
const INK = '#1f2233'
const EDGE = '#76736c'
const FONT = "'Atkinson Hyperlegible Next', 'Atkinson Hyperlegible', system-ui, sans-serif"
/** How thick the line from ego is on each ring, from the inside out. */
const STRENGTH = [7, 4, 1.5]

/** The map as a file of its own, on white, with all that it shows in words. */
export function asSvg(scene: Scene, rings: readonly string[], you: string, alt: string): string {
  const at = (percent: number) => Math.round(percent * SIDE) / 100
  const line = (from: { x: number; y: number }, to: { x: number; y: number }, more: string) =>
    `<line x1="${at(from.x)}" y1="${at(from.y)}" x2="${at(to.x)}" y2="${at(to.y)}" ${more}/>`
  const text = (x: number, y: number, words: string, more = '') =>
    `<text x="${x}" y="${y}" dy=".35em" text-anchor="middle" ${more}>${xml(words)}</text>`
  const middle = { x: 50, y: 50 }
  const circles = scene.rings ? radii(rings.length, OUTERMOST) : []
  const parts = [
    ...circles.map(
      radius =>
        `<circle cx="${SIDE / 2}" cy="${SIDE / 2}" r="${at(radius)}" fill="none" stroke="${EDGE}" stroke-width="2"/>`,
    ),
    ...(scene.rings
      ? []
      : scene.people.map(({ at: place, ring, dormant }) =>
          line(
            middle,
            place,
            `stroke="${EDGE}" stroke-width="${STRENGTH[Math.min(ring, 2)]}"${dormant ? ' stroke-dasharray="8 8"' : ''}`,
          ),
        )),
    ...scene.ties.map(({ from, to }) => line(from, to, `stroke="${INK}" stroke-width="4"`)),
    ...circles.map((radius, ring) =>
      text(
        SIDE / 2,
        at(50 - radius) + EM,
        rings[ring]!,
        `fill="${INK}" stroke="#fff" stroke-width="8" paint-order="stroke" stroke-linejoin="round"`,
      ),
    ),
    `<circle cx="${SIDE / 2}" cy="${SIDE / 2}" r="${at(CENTRE)}" fill="${INK}"/>`,
    text(SIDE / 2, SIDE / 2, you, 'fill="#fff" font-weight="700"'),
    ...scene.people.map(({ at: stands, code, dormant, bridging, sign }) => {
      const words = shortened(code)
      const width = plateWidth(words, sign !== undefined) * EM
      const plate = (more: number, dashes: string) =>
        `<rect x="${-width / 2 - more}" y="${-0.75 * EM - more}" width="${width + 2 * more}" ` +
        `height="${1.5 * EM + 2 * more}" rx="${0.75 * EM + more}" ` +
        `fill="#fff" stroke="${INK}" stroke-width="3"${dashes}/>`
      const place = `translate(${-width / 2 + 0.9 * EM} 0) scale(${0.4 * EM})`
      const mark = sign === undefined ? '' : `<path transform="${place}" d="${SIGNS[sign]}" fill="${INK}"/>`
      return (
        `<g transform="translate(${at(stands.x)} ${at(stands.y)})">` +
        (bridging ? plate(7, '') : '') +
        plate(0, dormant ? ' stroke-dasharray="7 5"' : '') +
        mark +
        text(sign === undefined ? 0 : 0.65 * EM, 0, isolated(words), `fill="${INK}" font-weight="600"`) +
        '</g>'
      )
    }),
  ]
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${SIDE} ${SIDE}" width="${SIDE}" height="${SIDE}" role="img" ` +
    `font-family="${xml(FONT)}" font-size="${EM}"><title>${xml(alt)}</title>` +
    `<rect width="${SIDE}" height="${SIDE}" fill="#fff"/>${parts.join('')}</svg>\n`
  )
}
