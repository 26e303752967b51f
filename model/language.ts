/**
 * Whether this is a well-formed language tag (BCP 47), such as `en`, `pt-BR`, `zh-Hans` or `sr-Latn-RS`. A language of
 * more than three letters is well-formed too, but none has such a code: "German" is a slip.
 */
export function isLanguageTag(tag: string): boolean {
  try {
    return new Intl.Locale(tag).language.length <= 3
  } catch {
    return false
  }
}

interface TextInfo {
  direction: 'ltr' | 'rtl'
}

/** The direction in which a language is written, as `dir` on a page has it. The tag must be well-formed. */
export function directionOf(language: string): 'ltr' | 'rtl' {
  // The method is the standard's, the property its older form; Node 20 has the older one alone.
  const locale = new Intl.Locale(language) as Intl.Locale & { textInfo?: TextInfo; getTextInfo?: () => TextInfo }
  return (locale.getTextInfo?.() ?? locale.textInfo)?.direction ?? 'ltr'
}
