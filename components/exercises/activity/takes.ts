import type { ActivityOnPaper } from './schema'

export type Script = NonNullable<ActivityOnPaper['roleplay']>

/** A script cut into its takes, so that each fits on a slide: a line that begins with emphasis opens a new one. */
export function takesOf(script: Script): Script[] {
  const takes: Script[] = []
  for (const spoken of script) {
    const [first] = spoken.line
    const opens = typeof first === 'object' && 'em' in first
    if (opens || takes.length === 0) takes.push([])
    takes[takes.length - 1]!.push(spoken)
  }
  return takes
}
