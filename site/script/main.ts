import '../styles'

import type { Component } from 'vue'
import { createApp, createSSRApp, defineAsyncComponent, shallowReactive, shallowRef } from 'vue'

import { deviceStore, ownStorage } from '../../components/composables/answers'
import { debriefId } from '../../components/exercises/debrief'
import DebriefAlone from '../../components/exercises/DebriefAlone.vue'
import ExerciseScreen from '../../components/exercises/ExerciseScreen.vue'
import { screens } from '../../components/exercises/screens'
import type { WorkshopContext } from '../../components/workshop-context'
import { storeKey, workshopContextKey } from '../../components/workshop-context'
import { idPrefixOf, ISLANDS, PLACES } from '../../model/page-names'
import { fetchExercise } from '../islands/fetch-exercise'
import NextStep from '../islands/NextStep.vue'
import Notice from '../islands/Notice.vue'
import { pageKey } from '../islands/page'
import PartsList from '../islands/PartsList.vue'
import Resume from '../islands/Resume.vue'
import Settings from '../islands/Settings.vue'
import type { PageData } from '../page-data'
import { keepPlace } from '../reading-place'
import { openAfterwards } from './afterwards'
import { fetchPart, registerWorker } from './offline'
import { askToPersist } from './persist'

/**
 * Hydrates a prerendered page, island by island: the prose around them stays what it is. Exercises are hydrated when
 * they come near the window.
 */
const page = JSON.parse(document.getElementById(PLACES.data)!.textContent!) as PageData
// Exercises join it as they are fetched.
page.exercises = shallowReactive(page.exercises)
const store = deviceStore({ namespace: page.id, onFirstAnswer: askToPersist })

/** Islands that are not prerendered: scripts draw them. */
const drawn: Record<string, Component> = {
  [ISLANDS.settings]: Settings,
  [ISLANDS.nextStep]: NextStep,
  [ISLANDS.resume]: Resume,
  [ISLANDS.notice]: Notice,
  [ISLANDS.takeHome]: defineAsyncComponent(() => import('../islands/TakeHome.vue')),
  [ISLANDS.recall]: defineAsyncComponent(() => import('../islands/Recall.vue')),
  [ISLANDS.offline]: defineAsyncComponent(() => import('../islands/Offline.vue')),
}

/** What is hydrated only when it comes near the window. */
const isLazy = (name: string) => name === ISLANDS.exercise || name === ISLANDS.debrief

const islands = [...document.querySelectorAll<HTMLElement>('[data-island]')]
for (const island of islands) {
  const name = island.dataset.island!
  if (isLazy(name)) continue
  if (name === ISLANDS.parts) mount(island, createSSRApp(PartsList, { parts: page.parts }), name)
  else mount(island, createApp(drawn[name]!), name)
}
hydrateWhenVisible(islands.filter(({ dataset }) => isLazy(dataset.island!)))
keepPlaceOnLeaving()
// From here on, an error is no reason to give up the whole page; nor is an early script that did not come.
document.documentElement.dataset.hydrated = 'yes'
document.documentElement.classList.add('scripted')
if (document.readyState === 'complete') registerWorker()
else addEventListener('load', registerWorker, { once: true })

function mount(island: HTMLElement, app: ReturnType<typeof createApp>, id: string) {
  // Every island is an app of its own; their ids must not meet on the page.
  app.config.idPrefix = idPrefixOf(id)
  app
    .provide(pageKey, page)
    .provide(workshopContextKey, shallowRef<WorkshopContext>(page))
    .provide(storeKey, store)
    .mount(island)
}

function hydrateWhenVisible(exercises: HTMLElement[]) {
  const watcher = new IntersectionObserver(
    seen => {
      for (const { isIntersecting, target } of seen) {
        if (isIntersecting) {
          watcher.unobserve(target)
          fetchPart(() => hydrate(target as HTMLElement))
        }
      }
    },
    { rootMargin: '800px' },
  )
  exercises.forEach(exercise => watcher.observe(exercise))
  // Tab passes over what is not hydrated yet (inert): at the first key all of it is, however far away.
  addEventListener(
    'keydown',
    () => {
      watcher.disconnect()
      for (const each of exercises.filter(({ dataset }) => !dataset.state)) fetchPart(() => hydrate(each))
    },
    { once: true },
  )
}

async function hydrate(island: HTMLElement) {
  const id = island.dataset.id!
  const { kind, needs } = page.asked[id]!
  const isDebrief = island.dataset.island === ISLANDS.debrief
  island.dataset.state = 'loading'
  try {
    await Promise.all([
      fetchExercise(page, id),
      ...(isDebrief ? [] : [screens.load(kind), ...needs.map(each => fetchExercise(page, each))]),
    ])
  } catch {
    // The notice says so; meanwhile the exercise can be done on paper.
    island.dataset.state = 'broken'
    return
  }
  const exercise = page.exercises[id]!
  if (isDebrief) mount(island, createSSRApp(DebriefAlone, { exercise }), debriefId(id))
  else {
    mount(island, createSSRApp(ExerciseScreen, { exercise }), id)
    openAfterwards(island, exercise, store)
  }
  island.dataset.state = 'hydrated'
  island.removeAttribute('inert')
}

/** The last section of those that the page lists which has come past the middle of the window. */
function keepPlaceOnLeaving() {
  if (page.kind !== 'lesson') return
  const places = [...document.querySelectorAll<HTMLAnchorElement>(`#${PLACES.onThisPage} a`)].map(({ hash }) =>
    document.getElementById(decodeURIComponent(hash.slice(1)))!,
  )
  const keep = () => {
    const section = [...places].reverse().find(place => place.getBoundingClientRect().top < innerHeight / 2)
    keepPlace(page.id, ownStorage(), { file: page.file, ...(section && { section: section.id }) })
  }
  document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && keep())
  // A page in the background was kept when it went there: when the whole browser is closed, another was read last.
  addEventListener('pagehide', () => document.visibilityState === 'visible' && keep())
}
