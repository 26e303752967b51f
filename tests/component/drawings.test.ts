import { describe, expect, it } from 'vitest'

import { ACCENTS } from '../../components/look/accents'
import CoverDrawing from '../../components/look/CoverDrawing.vue'
import type { Drawing } from '../../components/look/drawings'
import NetworkDrawing from '../../components/look/NetworkDrawing.vue'
import { context } from '../fixtures/workshop-context'
import { count, render } from './render'

const drawing: Drawing = {
  mistake: 'One person sits alone.',
  repair: 'They are joined.',
  nodes: [
    { id: 'me', x: 60, y: 220, me: true, marked: 'repair', faces: { mistake: 160, repair: -20 } },
    { id: 'near', x: 200, y: 160, star: 'mistake' },
    { id: 'far', x: 340, y: 80, shape: 'square' },
  ],
  ties: [
    { from: 'near', to: 'far' },
    { from: 'me', to: 'near', line: 'broken', in: 'mistake' },
    { from: 'me', to: 'near', line: 'strong', in: 'repair' },
  ],
}
/** The lines of a picture that can be seen. */
const seenIn = (html: string) =>
  [...html.matchAll(/<line class="network-tie" data-line="(\w+)"([^>]*)>/g)].flatMap(([, line, rest]) =>
    rest!.includes('data-away') ? [] : [line],
  )

describe('the drawing of a mistake', () => {
  it('shows each state with its own lines, marks and stars, and says the same in words', async () => {
    const mistake = await render(NetworkDrawing, { drawing, state: 'mistake' })
    expect(mistake).toContain('role="img" aria-label="One person sits alone."')
    expect(seenIn(mistake)).toEqual(['solid', 'broken'])
    expect(mistake).toMatch(/class="network-star" points/)
    expect(mistake).toMatch(/class="network-mark" data-away/)
    expect(mistake).toContain('rotate(160 60 220)')
    const repair = await render(NetworkDrawing, { drawing, state: 'repair' })
    expect(repair).toContain('role="img" aria-label="They are joined."')
    expect(seenIn(repair)).toEqual(['solid', 'strong'])
    expect(repair).toMatch(/class="network-star" data-away/)
    expect(repair).toMatch(/class="network-mark" cx/)
    expect(repair).toContain('rotate(-20 60 220)')
  })

  it('draws a tie from one node to the other by their ids, and a broken one half of the way', async () => {
    const html = await render(NetworkDrawing, { drawing, state: 'mistake' })
    expect(html).toContain('x1="200" y1="160" x2="340" y2="80"')
    expect(html).toContain('x1="60" y1="220" x2="137" y2="187"')
  })

  it('that moves draws what a state brings line by line, and uncovers what is broken', async () => {
    const moving = (state: string) => render(NetworkDrawing, { drawing, state, moving: true })
    const html = await moving('repair')
    expect(html.match(/<line class="network-tie"[^>]*data-line="strong"[^>]*>/)![0]).toMatch(
      /data-turn="0" pathlength="1"/i,
    )
    expect(html.match(/<line class="network-tie"[^>]*data-line="broken"[^>]*>/)![0]).toMatch(/data-away.* mask="url\(#/)
    expect(html.match(/<line class="network-tie"[^>]*data-line="solid"[^>]*>/)![0]).not.toMatch(/data-turn|pathlength/i)
    expect(html).toContain('transform:rotate(-20deg)')
    const still = await render(NetworkDrawing, { drawing, state: 'repair' })
    expect(still).not.toMatch(/mask|data-turn|style=/)
  })

  it('is hidden from screen readers where the words beside it say enough', async () => {
    const html = await render(NetworkDrawing, { drawing, state: 'repair', decorative: true })
    expect(html).toContain('aria-hidden="true"')
    expect(html).not.toMatch(/role=|aria-label/)
  })
})

describe('the drawing of a cover', () => {
  const modulesOf = (mistakes: number) => [
    { id: 'hello', title: 'Hello', accent: 'gold' as const },
    ...ACCENTS.slice(0, mistakes).map((accent, index) => ({ id: accent, title: accent, accent, mistake: index + 1 })),
  ]

  it.each([1, 3, 5])('of %i mistakes has a group in the accent of each', async mistakes => {
    const html = await render(CoverDrawing, {}, {}, { ...context, modules: modulesOf(mistakes) })
    expect([...html.matchAll(/data-accent="(\w+)"/g)].map(([, accent]) => accent)).toEqual(ACCENTS.slice(0, mistakes))
    expect(html).toContain('aria-hidden="true"')
    expect(count(html, /<circle/g)).toBeGreaterThanOrEqual(3 * mistakes)
  })

  it('of a workshop without mistakes is not there', async () => {
    expect(await render(CoverDrawing, {}, {}, { ...context, modules: modulesOf(0) })).not.toContain('<svg')
  })
})
