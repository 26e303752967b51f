import { expect } from 'vitest'

import type { EnginePage } from '../../engines/driver'
import { whereIs } from './slides'

/** Moves one window by each key in turn, click by click, and expects the other to follow to the same place. */
export async function followEachOther(presenter: EnginePage, projector: EnginePage) {
  for (const [from, to, key] of [
    [presenter, projector, 'ArrowRight'],
    [presenter, projector, 'PageDown'],
    [projector, presenter, 'ArrowRight'],
    [projector, presenter, 'ArrowLeft'],
    [presenter, projector, 'PageUp'],
  ] as const) {
    await from.bringToFront()
    const before = await from.evaluate(() => location.href)
    await from.keyboard.press(key)
    await from.waitForFunction(before => location.href !== before, before)
    const place = await whereIs(from)
    await expect.poll(() => whereIs(to), { message: key, timeout: 10_000 }).toEqual(place)
    await heard(to, from)
    expect(await whereIs(from), `${key}, once the other window has followed`).toEqual(place)
  }
  expect((await whereIs(projector)).slide).toBeGreaterThan(1)
}

type Listening = typeof globalThis & { heard?: boolean }

/**
 * Until a window has heard all that another has said so far. The one that follows tells the other where it is,
 * and Slidev takes that for a move of its own when it arrives after the next press.
 */
export async function heard(speaker: EnginePage, hearer: EnginePage) {
  const channel = 'said in the tests'
  await hearer.evaluate(channel => {
    const page = globalThis as Listening
    page.heard = false
    new BroadcastChannel(channel).addEventListener('message', () => (page.heard = true), { once: true })
  }, channel)
  await speaker.evaluate(
    channel => new Promise(resolve => setTimeout(resolve)).then(() => new BroadcastChannel(channel).postMessage('')),
    channel,
  )
  await hearer.waitForFunction(() => (globalThis as Listening).heard)
}
