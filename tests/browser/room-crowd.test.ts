import process from 'node:process'

import { expect, it } from 'vitest'

import { openRoom } from '../../commands/open-room'
import { deckApp } from '../../room/deck'
import type { LiveRoom } from '../../room/live-room'
import { memoryLog } from '../../room/log-memory'
import { listen } from '../../room/server'
import { useBrowser } from './support/browser'
import { builtDeck } from './support/deck'
import { answerTo, workshop } from './support/site-pages'
import { currentSlide, flaws, placeOf, settled } from './support/slides'

const { context: newContext } = useBrowser()
const SCREEN = { viewport: { width: 1280, height: 720 } }

it.each([1, 7, 200])(
  'a projector shows what %i phones answered, whole, large enough and to one scale',
  async people => {
    const build = await builtDeck(process.cwd())
    const opened = await openRoom(process.cwd(), build, { reach: { hosts: [] }, isLocal: false, log: memoryLog() })
    const { identity, live } = opened
    const { port, close } = await listen(deckApp(build, identity.secrets.facilitator, live), 0)
    const context = await newContext(SCREEN)
    const projector = await context.newPage()
    await projector.goto(`http://127.0.0.1:${port}/projector?key=${identity.secrets.projector}`)
    await settled(projector, 1)
    const crowd = Array.from({ length: people }, (_, index) => `phone-${index}`)
    await Promise.all(crowd.map(who => live.room.presence(who, true)))

    const found: Record<string, string[]> = {}
    async function look(at: string) {
      const wrong = [...(await flaws(projector)), ...(await uneven())]
      if (wrong.length) found[at] = wrong
    }
    /** Bars of one question that are not drawn to one scale. */
    const uneven = () =>
      currentSlide(projector)
        .locator('.tally')
        .evaluateAll(tallies =>
          tallies.flatMap(tally => {
            const tracks = [...tally.querySelectorAll('.tally-track')]
            const widths = tracks.map(track => Math.round(track.getBoundingClientRect().width))
            return new Set(widths).size > 1 ? [`tracks of ${widths.join(', ')} px`] : []
          }),
        )
    for (const [index, { exercise, role }] of live.room.content.slides.entries()) {
      if (exercise === undefined || (role !== 'ask' && role !== 'results')) continue
      const page = index + 1
      await live.room.lead('facilitator', { do: 'move', page, clicks: 0, total: 0 })
      await expect.poll(() => placeOf(projector).slide).toBe(page)
      await settled(projector, page)
      if (role === 'ask') {
        await answerAll(live.room, exercise, crowd)
        await currentSlide(projector).locator('.room-answered').getByText(`${people} of ${people} `).waitFor()
      }
      await look(`slide ${page}`)
      if (role === 'results') {
        await live.room.lead('facilitator', { do: 'lead', exercise, step: 1, way: [] })
        await expect.poll(() => live.streams.size).toBe(1)
        await projector.waitForTimeout(300)
        await look(`slide ${page}, one step on`)
      }
    }
    expect(found).toEqual({})
    await context.close()
    await opened.close()
    await close()
  },
)

/** Everybody answers, most of them in the middle. */
async function answerAll(room: LiveRoom, exercise: string, crowd: readonly string[]) {
  const { exercise: record, kind } = room.exercises.get(exercise)!
  const categories = kind.categories(record)
  const { round } = room.state.exercises.get(exercise)!
  const { answer, version } = answerTo(workshop.exercises[exercise]!)
  for (const [index, who] of crowd.entries()) {
    const chosen = categories[Math.round((categories.length - 1) * Math.abs(Math.sin(index)))]
    await room.take(who, {
      do: 'answer',
      exercise,
      round,
      revision: 1,
      mark: 'm',
      seen: room.state.last,
      done: true,
      ...(kind.forRoom
        ? { answer: kind.forRoom(kind.read(answer, version, record)!, record), version }
        : { categories: chosen === undefined ? [] : [chosen] }),
    })
  }
}
