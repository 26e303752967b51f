import { useDynamicSlideInfo } from '@slidev/client/composables/useSlideInfo.ts'
import { slides } from '@slidev/client/logic/slides.ts'
import type { AppContext } from '@slidev/types'
import { reactive, ref, watch } from 'vue'

import type { DeckLabels } from './deck'
import { NOTES_CHANGED, NOTES_FILE } from './notes-file'

type Router = AppContext['router']
/** What Slidev shows of a note: the HTML, or without it the plain text. */
interface Shown {
  noteHTML: string
  note: string
}

/** Slidev's pages that show notes. */
const PAGES = ['presenter', 'notes', 'overview']

/**
 * Fetches the notes from the server before a page that shows them is opened: a built deck holds none. Where they cannot
 * be had, the place for notes says so.
 * @param labels gives the sentences for that
 */
export async function fetchNotesFor(router: Router, labels: () => DeckLabels) {
  const shows = ({ name }: { name?: unknown }) => PAGES.includes(String(name))
  let fetched = false
  const load = async () => {
    fetched = true
    show(await fetchNotes(labels()))
  }
  router.beforeEach(async to => {
    if (shows(to) && !fetched) await load()
  })
  if (shows(router.currentRoute.value)) await load()
  import.meta.hot?.on(NOTES_CHANGED, () => fetched && load())
}

async function fetchNotes(labels: DeckLabels): Promise<(no: number) => Shown> {
  const sentence = (note: string) => () => ({ noteHTML: '', note })
  let response: Response
  try {
    response = await fetch(`${import.meta.env.BASE_URL}${NOTES_FILE}`)
  } catch {
    return sentence(labels.notesUnreachable)
  }
  try {
    const notes = (await response.json()) as { no: number; html: string }[]
    const byNumber = new Map(notes.map(({ no, html }) => [no, html]))
    return no => ({ noteHTML: byNumber.get(no) ?? '', note: '' })
  } catch {
    // Refused, or not there at all, as on a static host.
    return sentence(labels.notesClosed)
  }
}

function show(notes: (no: number) => Shown) {
  for (const { no, meta } of slides.value) Object.assign(reactive(meta.slide), notes(no))
  if (import.meta.env.DEV) showInDev(notes)
}

const current = ref<(no: number) => Shown>()
const overridden = new Set<number>()

/** Slidev's dev server renders the notes in slides.md by itself and sends them to the page: these replace them. */
function showInDev(notes: (no: number) => Shown) {
  current.value = notes
  for (const { no } of slides.value) {
    if (overridden.has(no)) continue
    overridden.add(no)
    const { info } = useDynamicSlideInfo(no)
    watch(
      [info, current],
      () => {
        const { noteHTML } = current.value!(no)
        if (info.value && info.value.noteHTML !== noteHTML) info.value = { ...info.value, noteHTML }
      },
      { immediate: true },
    )
  }
}
