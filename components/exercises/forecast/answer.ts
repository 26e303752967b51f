import { fill } from '../../fill'
import type { Kind } from '../kind'
import { isRecord } from '../kind'
import { SECONDS_A_CHOICE } from '../working-time'
import { tidy } from './gap'
import type { Forecast } from './schema'
import { foundInWords, gapInWords } from './words'

export interface ForecastAnswer {
  /** The guess, in units of the scale; absent until the slider has been moved. */
  guess?: number
  /** Whether the finding has been asked for; after that the guess stays as it was. */
  shown: boolean
}

type Asked = Pick<Forecast, 'question' | 'scale' | 'reveal'>

/** How many groups a room's guesses are counted in. */
const BANDS = 5

export const kind: Kind<Asked, ForecastAnswer, Forecast['reveal']> = {
  version: 1,
  empty: () => ({ shown: false }),
  read(json, _version, { scale }) {
    if (!isRecord(json)) return undefined
    const { guess, shown } = json
    const usable = typeof guess === 'number' && guess >= scale.from && guess <= scale.to
    return { ...(usable && { guess }), shown: usable && shown === true }
  },
  progress: ({ guess, shown }) => (shown ? 'done' : guess === undefined ? 'none' : 'some'),
  categories: ({ scale }) => bands(scale).map(({ from, to }) => `${from}-${to}`),
  categoryNames: ({ scale }) => bands(scale).map(({ from, to }) => (from === to ? String(from) : `${from}–${to}`)),
  categoriesOf({ guess }, { scale }) {
    if (guess === undefined) return []
    const all = bands(scale)
    const { from, to } = all.find(band => guess <= band.to) ?? all[all.length - 1]!
    return [`${from}-${to}`]
  },
  /** What was found stands beside the guess once it was asked for. */
  toText({ guess, shown }, { question, scale, reveal }, { labels: { forecast: labels } }) {
    if (guess === undefined) return []
    const lines = [fill(labels.yourGuess, { guess: `${guess} ${scale.unit}` })]
    if (shown) lines.push(foundInWords(reveal.found, scale, labels), gapInWords(guess, reveal.found, labels))
    return [{ ask: question, text: lines.join('\n') }]
  },
  besideScript: 'key',
  revealed: ({ finding, caveat }) => [finding, caveat],
  workingSeconds: () => SECONDS_A_CHOICE,
}

/** The scale cut into equal bands of whole steps, the last one taking what is left over. */
export function bands(scale: Asked['scale']): { from: number; to: number }[] {
  const steps = Math.round((scale.to - scale.from) / scale.step)
  const size = Math.ceil(steps / BANDS)
  const count = Math.ceil(steps / size)
  return Array.from({ length: count }, (_, index) => ({
    from: tidy(scale.from + (index === 0 ? 0 : index * size + 1) * scale.step),
    to: index === count - 1 ? scale.to : tidy(scale.from + (index + 1) * size * scale.step),
  }))
}
