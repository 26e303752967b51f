/**
 * What a slide may hold beside words: tags that say something about the words, and clicks. Nothing that runs
 * or fetches.
 */

/** They run a program, set a style for the whole deck, or show another page in it. */
const TAGS = new Set([
  'script',
  'style',
  'iframe',
  'frame',
  'object',
  'embed',
  'applet',
  'link',
  'meta',
  'base',
  'form',
  'component',
  'template',
])
/** Slidev's own directives for clicks; every other directive holds a program. */
const DIRECTIVE = /^v-(?:click|clicks|after|click-hide|mark)(?:[.:][\w.-]*)?$/
/** A number, a word or a list of numbers, which do nothing. */
const HARMLESS = /^\s*(?:[-+]?\d+(?:\.\d+)?|true|false|'[\w +-]*'|\[[\d\s,'+-]*\])?\s*$/
const ATTRIBUTE = /([^\s"'=<>/]+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"'>]+))?/g

export interface Refused {
  /** The words that are refused, and where they begin within the tag. */
  words: string
  at: number
  why: string
}

/**
 * What of a tag a slide may not have: nothing, for most.
 * @param tag from its `<` to its `>`
 */
export function refusedIn(tag: string): Refused[] {
  const name = /^<\/?([a-z][\w.-]*)/i.exec(tag)?.[1] ?? ''
  if (TAGS.has(name.toLowerCase()))
    return tag.startsWith('</')
      ? []
      : [{ words: `<${name}`, at: 0, why: 'which would bring a program or a style along' }]
  const from = name.length + 1
  return [...tag.slice(from, -1).matchAll(ATTRIBUTE)].flatMap(
    ({ 0: words, 1: attribute = '', 2: quoted = '', index }) => {
      const why = whyRefused(attribute, quoted.replace(/^(["'])(.*)\1$/s, '$2'))
      return why ? [{ words, at: from + index, why }] : []
    },
  )
}

function whyRefused(attribute: string, value: string): string | undefined {
  const name = attribute.toLowerCase()
  if (/^(?::|v-bind:)/.test(name)) {
    const bound = name.replace(/^(?::|v-bind:)\.?/, '')
    return HARMLESS.test(value) && !bound.startsWith('on') ? undefined : 'which Vue would run as a program'
  }
  if (DIRECTIVE.test(name)) return HARMLESS.test(value) ? undefined : 'which Vue would run as a program'
  if (/^(?:v-|@|#)/.test(name)) return 'which Vue would run as a program'
  if (name.startsWith('on') || name === 'srcdoc') return 'which a browser would run as a program'
  if (/^\s*(?:javascript|vbscript|data:text)/i.test(value)) return 'which a browser would run as a program'
  return undefined
}

/** Slidev's line that puts another file into a slide, and code that it runs in the browser. */
export const INCLUDES = /^[ \t]*<<<.*$|^[ \t]*(?:`{3,}|~{3,})[^\n]*\{[^}\n]*monaco[^}\n]*\}.*$/gm
