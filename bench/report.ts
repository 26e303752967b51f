/** Seconds of repeated runs of two ways to the same end, taken in turn. */
export interface Comparison {
  ours: { name: string; seconds: number[] }
  theirs: { name: string; seconds: number[] }
}

/**
 * Prints both and the ratio of their medians.
 * @param ratioGoal ours over theirs should be below this
 * @param secondsGoal ours should be below this
 */
export function report(title: string, { ours, theirs }: Comparison, ratioGoal?: number, secondsGoal?: number) {
  console.log(title)
  for (const { name, seconds } of [ours, theirs]) {
    const [least, most] = [Math.min(...seconds), Math.max(...seconds)].map(each => each.toFixed(2))
    const spread = `(${least} to ${most}, ${seconds.length} runs)`
    console.log(`  ${name.padEnd(44)} median ${median(seconds).toFixed(2)} s   ${spread}`)
  }
  const ratio = median(ours.seconds) / median(theirs.seconds)
  const goals = [ratioGoal && `, goal under ${ratioGoal}`, secondsGoal && `; goal for ours under ${secondsGoal} s`]
  console.log(`  ratio ${ratio.toFixed(2)}${goals.filter(Boolean).join('')}\n`)
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}

/** Runs something and gives the seconds it took. */
export async function seconds(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return (performance.now() - began) / 1000
}
