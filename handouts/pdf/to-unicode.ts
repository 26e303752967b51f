/** Says in characters what the bytes of a shown string mean. */
export type Decode = (codes: ArrayLike<number>) => string

/**
 * Reads a font's ToUnicode map (ISO 32000-1, 9.10.3). A code that is not in it has no meaning that a reader
 * could find, and so none here.
 */
export function readToUnicode(cmap: string): Decode {
  const width = (/begincodespacerange\s*<(\w+)>/.exec(cmap)?.[1]?.length ?? 2) / 2
  const characters = new Map<number, string>()
  for (const [, entries] of cmap.matchAll(/beginbfchar(.*?)endbfchar/gs)) {
    for (const [, code, text] of entries!.matchAll(/<(\w+)>\s*<(\w+)>/g)) characters.set(hex(code!), utf16(text!))
  }
  for (const [, entries] of cmap.matchAll(/beginbfrange(.*?)endbfrange/gs)) {
    for (const [, first, last, text, list] of entries!.matchAll(/<(\w+)>\s*<(\w+)>\s*(?:<(\w+)>|\[(.*?)\])/gs)) {
      const each = list?.match(/\w+/g)?.map(utf16)
      for (let code = hex(first!); code <= hex(last!); code++)
        characters.set(code, each ? (each[code - hex(first!)] ?? '') : following(utf16(text!), code - hex(first!)))
    }
  }
  return codes => {
    let text = ''
    for (let at = 0; at + width <= codes.length; at += width)
      text += characters.get(width === 1 ? codes[at]! : (codes[at]! << 8) | codes[at + 1]!) ?? ''
    return text
  }
}

const hex = (digits: string) => Number.parseInt(digits, 16)
const utf16 = (digits: string) => Buffer.from(digits, 'hex').swap16().toString('utf16le')
/** In a range it is the last unit that counts up. */
const following = (text: string, by: number) =>
  text.slice(0, -1) + String.fromCharCode(text.charCodeAt(text.length - 1) + by)
