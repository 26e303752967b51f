/** Numbers that look random and are the same in every run: a failure names the case that anyone can run again. */
export function seeded(seed: number): (below: number) => number {
  let state = seed >>> 0
  return below => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

type Pick = (below: number) => number

const VALUES = [
  '',
  'null',
  '0',
  '-1',
  '3.7',
  '1e999',
  '.nan',
  '.inf',
  'true',
  '2026-01-01',
  '[a, b]',
  '[]',
  '{a: b}',
  '{}',
  '[[[]]]',
  '"',
  "'",
  '|',
  '>-',
  '*alias',
  '&anchor text',
  '!tag text',
  '@at',
  '%percent',
  '`tick`',
  '? key',
  '- dash',
  '{{ n }}',
  '__proto__',
  'constructor',
  'toString',
  '<script>alert(1)</script>',
  '[@nobody]',
  '[@flynn2008',
  '[link](javascript:x)',
  '![](x.png)',
  '# heading',
  '::exercise{#nobody}',
  'a: b: c',
  'x'.repeat(5000),
]
const KEYS = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', '1', '""', '? a', '[a]', '<<', 'x'.repeat(300)]
const PIECES = [
  '\t',
  '\u0000',
  '😀',
  '\u2028',
  '\uFEFF',
  '\uFFFD',
  '\r',
  '---',
  '<!--',
  '-->',
  '```',
  ':::',
  '::exercise',
  '[@',
  '<Cite of="',
  '![',
  '{',
  '}',
  '"',
  ':',
  '#',
  '  ',
  '\\',
]

/** One small change to a text, of the kinds that slips of hand and editors make. */
export const mutations: Record<string, (text: string, pick: Pick) => string> = {
  'deletes a line': (text, pick) => onLine(text, pick, () => []),
  'writes a line twice': (text, pick) => onLine(text, pick, line => [line, line]),
  'swaps two lines': (text, pick) => {
    const lines = text.split('\n')
    const at = pick(Math.max(1, lines.length - 1))
    return lines.toSpliced(at, 2, ...lines.slice(at, at + 2).reverse()).join('\n')
  },
  'replaces a value': (text, pick) =>
    onLine(text, pick, line => [
      line.replace(/(: ?|- )(?!.*: ).*$/, (_, before: string) => `${before.trimEnd()} ${VALUES[pick(VALUES.length)]}`),
    ]),
  "replaces a field's name": (text, pick) =>
    onLine(text, pick, line => [line.replace(/[\w-]+(?=:)/, () => KEYS[pick(KEYS.length)]!)]),
  'adds a field': (text, pick) =>
    onLine(text, pick, line => [
      line,
      `${line.match(/^ */)![0]}${KEYS[pick(KEYS.length)]}: ${VALUES[pick(VALUES.length)]}`,
    ]),
  'removes a colon': (text, pick) => onLine(text, pick, line => [line.replace(':', '')]),
  'removes a quote or a bracket': (text, pick) => onLine(text, pick, line => [line.replace(/["'[\]{}<>()]/, '')]),
  'indents a line': (text, pick) => onLine(text, pick, line => [`${' '.repeat(1 + pick(4))}${line}`]),
  'outdents a line': (text, pick) => onLine(text, pick, line => [line.replace(/^ {1,3}/, '')]),
  'inserts characters': (text, pick) => {
    const at = pick(text.length)
    return text.slice(0, at) + PIECES[pick(PIECES.length)] + text.slice(at)
  },
  'cuts the file off': (text, pick) => text.slice(0, pick(text.length)),
  'drops its beginning': (text, pick) => text.slice(pick(text.length)),
}

function onLine(text: string, pick: Pick, change: (line: string) => string[]): string {
  const lines = text.split('\n')
  const at = pick(lines.length)
  return lines.toSpliced(at, 1, ...change(lines[at]!)).join('\n')
}
