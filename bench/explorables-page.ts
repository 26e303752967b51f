import { createApp, h, nextTick, shallowRef } from 'vue'

import { ARRANGEMENTS, ROUNDS } from '../components/exercises/mixer/arrangements'
import MixerRoom from '../components/exercises/mixer/MixerRoom.vue'
import type { Moment } from '../components/exercises/mixer/simulation'
import { arrival, step as tenMinutes } from '../components/exercises/mixer/simulation'
import type { Tie } from '../components/exercises/news-travels/levels'
import { WEEKS, YOU } from '../components/exercises/news-travels/levels'
import NewsTown from '../components/exercises/news-travels/NewsTown.vue'
import type { World } from '../components/exercises/news-travels/simulation'
import { beginning, step as aWeek } from '../components/exercises/news-travels/simulation'
import { seeded } from '../components/seeded'

/** What a step costs in the browser, in milliseconds each: the rules, and drawing what came of them. */
export interface StepCost {
  step: number[]
  draw: number[]
}

/** Evenings with so many people, under one arrangement after the other. */
export async function receptionOf(people: number, evenings: number): Promise<StepCost> {
  const circles = Array.from({ length: people }, (_, person) => Math.floor((person * 4) / people))
  const moments = shallowRef<readonly Moment[]>([])
  const cost: StepCost = { step: [], draw: [] }
  for (let seed = 1; seed <= evenings; seed++) {
    const party = { circles, seed, curious: 0.1 }
    moments.value = [arrival(party)]
    const { drawn, close } = await shown(() =>
      h(MixerRoom, { circles, moments: moments.value, need: 3, alt: '', still: true }),
    )
    for (let round = 0; round < ROUNDS; round++) {
      const last = moments.value[round]!
      const next = took(cost.step, () => tenMinutes(party, last, ARRANGEMENTS[(round + seed) % ARRANGEMENTS.length]!))
      moments.value = [...moments.value, next]
      cost.draw.push(await drawn())
    }
    close()
  }
  return cost
}

/** Weeks in a town of so many people in groups of twenty, with a tenth of them tied to other groups. */
export async function townOf(people: number, towns: number): Promise<StepCost> {
  const cost: StepCost = { step: [], draw: [] }
  const groups = Array.from({ length: people }, (_, person) => Math.floor(person / 20))
  for (let seed = 1; seed <= towns; seed++) {
    const random = seeded(seed)
    const any = () => Math.floor(random() * people)
    const inside = groups.flatMap((group, a) =>
      groups.flatMap((other, b): Tie[] => (a < b && group === other ? [{ a, b, level: 'weak' }] : [])),
    )
    const between = Array.from({ length: people / 10 }, (): Tie => ({ a: any(), b: any(), level: 'strong' }))
    const mine = Array.from({ length: 8 }, (): Tie => ({
      a: YOU,
      b: 1 + Math.floor(random() * (people - 1)),
      level: 'weak',
    }))
    const world: World = { groups, ties: [...inside, ...between, ...mine], news: [any(), any(), any(), any()], seed }
    const week = shallowRef(beginning(world))
    const { drawn, close } = await shown(() => h(NewsTown, { world, week: week.value, letters: {}, alt: '' }))
    for (let at = 0; at < WEEKS; at++) {
      week.value = took(cost.step, () => aWeek(world, week.value))
      cost.draw.push(await drawn())
    }
    close()
  }
  return cost
}

function took<T>(times: number[], work: () => T): T {
  const began = performance.now()
  const done = work()
  times.push(performance.now() - began)
  return done
}

/** Shows a picture; `drawn` gives the milliseconds until a change of it stands in the page, laid out. */
async function shown(render: () => ReturnType<typeof h>) {
  const place = document.body.appendChild(document.createElement('div'))
  const app = createApp({ render })
  app.mount(place)
  await nextTick()
  const laidOut = () => place.querySelector('g:last-of-type')!.getBoundingClientRect()
  laidOut()
  return {
    async drawn() {
      const began = performance.now()
      await nextTick()
      laidOut()
      return performance.now() - began
    },
    close() {
      app.unmount()
      place.remove()
    },
  }
}
