import { fill } from './fill'

/** The categories of Unicode's plural rules; which of them a language has, and for which numbers, differs. */
export const PLURAL_CATEGORIES = ['zero', 'one', 'two', 'few', 'many', 'other'] as const
type Category = (typeof PLURAL_CATEGORIES)[number]

/** A label whose words depend on a number: `{ one: '{n} minute', other: '{n} minutes' }`. */
export type PluralForms = { [C in Exclude<Category, 'other'>]?: string } & { other: string }

/**
 * The form of a label that a language uses with a number, filled in; `other` where the label has no such form.
 * @param n decides on the form, and stands for `{n}`
 * @param workshop its language decides on the rules
 * @param values what else the label has places for; one called `n` takes the place of the number
 */
export function fillPlural(
  forms: PluralForms,
  n: number,
  { language }: { language: string },
  values: Record<string, string | number> = {},
): string {
  return fill(forms[new Intl.PluralRules(language).select(n)] ?? forms.other, { n, ...values })
}

/** A duration in words: "1 minute", "5 minutes". */
export function minutesInWords(
  n: number,
  workshop: { language: string; labels: { common: { minutes: PluralForms } } },
): string {
  return fillPlural(workshop.labels.common.minutes, n, workshop)
}
