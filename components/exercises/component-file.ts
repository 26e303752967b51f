/** Where a kind of exercise is shown: a Vue file each in its folder. */
export type Surface = 'Screen' | 'Slide' | 'Paper' | 'Results' | 'Picture' | 'AnswerKey' | 'Guide'

/** The Vue file of a kind for a surface: `Screen` of `self-check` is SelfCheckScreen.vue. */
export function componentFile(kind: string, surface: Surface): string {
  const words = kind.split('-').map(word => word[0]!.toUpperCase() + word.slice(1))
  return `${words.join('')}${surface}.vue`
}
