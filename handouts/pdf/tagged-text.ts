import { operand, shownText } from './content'
import type { Content } from './marked-content'
import type { Decode } from './to-unicode'

export interface Fonts {
  /** How the font of this name is read; nothing when its codes have no meaning. */
  font: (name: string) => Decode | undefined
  /** The text of the form of this name; all of it, or what it tags itself. */
  form: (name: string, all: boolean) => string
}

/**
 * The text that belongs to the structure tree, in the order in which it is drawn. What is drawn outside, such as a
 * running foot, is never read out.
 * @param all drawn within a tagged sequence of the page or form outside: everything belongs
 */
export function taggedText({ bytes, operations, sequences }: Content, { font, form }: Fonts, all = false): string {
  let text = ''
  let decode: Decode | undefined
  const saved: (Decode | undefined)[] = []
  const open: boolean[] = []
  let tagged = Number(all)
  for (let at = 0; at < operations.length; at++) {
    const operation = operations[at]!
    switch (operation.name) {
      case 'BMC':
      case 'BDC': {
        const ties = sequences.get(at)!.mcid !== undefined
        open.push(ties)
        tagged += Number(ties)
        break
      }
      case 'EMC':
        tagged -= Number(open.pop() ?? false)
        break
      case 'q':
        saved.push(decode)
        break
      case 'Q':
        decode = saved.pop()
        break
      case 'Tf':
        decode = font(operand(bytes, operation, 0))
        break
      case 'Do':
        text += form(operand(bytes, operation, 0), tagged > 0)
        break
      case 'Tj':
      case 'TJ':
      case "'":
      case '"':
        if (tagged > 0 && decode) text += shownText(bytes, operation, decode)
    }
  }
  return text
}
