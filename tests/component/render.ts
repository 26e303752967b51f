import type { Component } from 'vue'
import { createSSRApp, ref, shallowRef } from 'vue'
import { renderToString } from 'vue/server-renderer'

import type { StoredAnswer } from '../../components/composables/answer-store'
import { countingKey } from '../../components/composables/counting'
import { storeKey, workshopContextKey } from '../../components/workshop-context'
import { styleKey } from '../../site/later-style'
import { context } from '../fixtures/workshop-context'

/**
 * Renders a component as a page gets it, with the words that the workshop shows.
 * @param counting whether hands are counted on this side, as the presenter does
 */
export function render(
  component: Component,
  props: Record<string, unknown>,
  stored: Record<string, StoredAnswer> = {},
  through = context,
  counting = true,
): Promise<string> {
  const app = createSSRApp(component, props)
  app.provide(workshopContextKey, shallowRef(through))
  app.provide(styleKey, 'style.css')
  app.provide(storeKey, { entry: id => ref(stored[id]), persisted: ref(true) })
  app.provide(countingKey, ref(counting))
  // A missing label or prop is a warning in Vue; here it is a failure.
  app.config.warnHandler = message => {
    throw new Error(message)
  }
  return renderToString(app)
}

/** What a reader reads: the words, without the markup. */
export function words(html: string): string {
  return html
    .replace(/<!--.*?-->/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/\s+/g, ' ')
    .replace(/ ([.,:!?])/g, '$1')
    .trim()
}

export const count = (html: string, pattern: RegExp) => html.match(pattern)?.length ?? 0
