import type { SharedState } from '@slidev/client'
import type { AppContext } from '@slidev/types'

export type Router = AppContext['router']
/** Where a window is: the slide from 1, and the click on it. */
export type WindowPlace = Pick<SharedState, 'page' | 'clicks'>

/** Slidev's pages that stand at a slide of their own. */
const PAGES = ['play', 'presenter']

/** Where this window is, unless it shows something else than one slide. */
export function windowPlace({ currentRoute }: Router): WindowPlace | undefined {
  const { name, params, query } = currentRoute.value
  return PAGES.includes(String(name)) ? { page: Number(params.no), clicks: Number(query.clicks ?? 0) } : undefined
}

/** Takes this window to another place, on the same of Slidev's pages and without a new entry in its history. */
export function moveWindow(router: Router, { page, clicks }: WindowPlace) {
  const { name, query } = router.currentRoute.value
  return router.replace({
    path: `${name === 'presenter' ? '/presenter' : ''}/${page}`,
    query: { ...query, clicks: clicks || undefined },
  })
}
