/**
 * What a slide may hold beside words: tags that say something about the words, drawings, and clicks. Nothing that runs
 * or fetches.
 */

/** HTML for words, and for shapes; all others run, fetch, or set a style for the whole deck. */
const TAGS = new Set(
  `a abbr address article aside b bdi bdo blockquote br caption center cite code col colgroup data dd del details dfn
  div dl dt em figcaption figure footer h1 h2 h3 h4 h5 h6 header hgroup hr i img ins kbd li main mark ol p pre q rp rt
  ruby s samp section small span strong sub summary sup table tbody td tfoot th thead time tr u ul var wbr svg g path
  circle ellipse rect line polyline polygon text tspan title desc defs marker lineargradient radialgradient stop
  clippath mask pattern vclick vclicks vafter`.split(/\s+/),
)
/** Slidev's own directives for clicks; every other directive holds a program. */
const DIRECTIVE = /^v-(?:click|clicks|after|click-hide|mark)(?:[.:][\w.-]*)?$/
/** A number, a word or a list of numbers, which do nothing. */
const HARMLESS = /^\s*(?:[-+]?\d+(?:\.\d+)?|true|false|'[\w +-]*'|\[[\d\s,'+-]*\])?\s*$/
const ATTRIBUTE = /([^\s"'=<>/]+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"'>]+))?/g
/** Names that run something in some browser, fetch something, or make another thing of the tag. */
const NAMES = /^(?:on.*|srcdoc|srcset|imagesrcset|ping|background|action|formaction|is|ref|key|slot)$/
/** Where a link may lead; what is written as entities, or begins with a space, may be anything. */
const ADDRESS = /^(?:https?:\/\/|mailto:|tel:|#|\.?\/(?!\/))/i
/** In a style or a shape: what fetches a file, or is escaped so that it could. */
const FETCHES = /[\\&]|@import|image-set|(?:url|src|image)\(\s*(?!["']?#)/i

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
  const name = nameIn(tag)
  if (!isAllowed(tag))
    return tag.startsWith('</')
      ? []
      : [{ words: `<${name}`, at: 0, why: 'which is no tag for words, shapes or clicks' }]
  const from = name.length + 1
  return [...tag.slice(from, -1).matchAll(ATTRIBUTE)].flatMap(
    ({ 0: words, 1: attribute = '', 2: quoted = '', index }) => {
      const why = whyRefused(attribute, quoted.replace(/^(["'])(.*)\1$/s, '$2'))
      return why ? [{ words, at: from + index, why }] : []
    },
  )
}

/** Whether slides may have such a tag at all. */
export const isAllowed = (tag: string) => TAGS.has(nameIn(tag).toLowerCase().replaceAll('-', ''))

const nameIn = (tag: string) => /^<\/?([a-z][\w.:-]*)/i.exec(tag)?.[1] ?? ''

function whyRefused(attribute: string, value: string): string | undefined {
  const name = attribute.toLowerCase()
  if (/^(?::|v-bind:)/.test(name)) {
    const bound = name.replace(/^(?::|v-bind:)\.?/, '')
    return HARMLESS.test(value) && !/^on|[.[]/.test(bound) ? undefined : 'which Vue would run as a program'
  }
  if (DIRECTIVE.test(name)) return HARMLESS.test(value) ? undefined : 'which Vue would run as a program'
  if (/^(?:v-|[@#.])/.test(name)) return 'which Vue would run as a program'
  if (NAMES.test(name)) return 'which would run a program or fetch a file'
  if (/^(?:xlink:)?href$/.test(name)) return ADDRESS.test(value) ? undefined : 'which is no link to a page'
  if (/^(?:alt|title|src|aria-.*|data-.*|of)$/.test(name)) return undefined
  return FETCHES.test(value) ? 'which would run a program or fetch a file' : undefined
}

/** Slidev's line that puts another file into a slide, wherever a paragraph can begin. */
export const INCLUDES = /^[ \t>*+\d.)-]*<<<.*$/gm
/** A formula with options, which Slidev makes a program of. */
export const FORMULA = /^.*\$\$[ \t]*\{[^}\n]*\}[ \t]*\{.*$/gm
/** What may follow the three signs that begin code: a language, a title, lines, and options that are plain values. */
const VALUE = /(?:true|false|\d+|'[\w .%-]*')/.source
const OPTIONS = new RegExp(`^\\{\\s*(?:\\w+\\s*:\\s*${VALUE}\\s*,?\\s*)*\\}$`)
const LINES = /^\{(?:[\d*,|\s-]|all|none|hide)*\}$/

/** Whether code is more than words to read: it would be run, drawn by another computer, or run what its options say. */
export function isProgram(info: string): boolean {
  if (/^plantuml\b/i.test(info)) return true
  const groups = info.match(/\{[^}]*\}?/g) ?? []
  return groups.some(group => !LINES.test(group) && !OPTIONS.test(group))
}
