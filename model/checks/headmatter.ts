import { describe } from '../describe'
import { directionOf } from '../language'
import type { Records } from '../records'
import { YamlFile } from '../source-file'

/** The attributes of Slidev's page where slides.md does not name them. */
const SLIDEV = { lang: 'en', dir: 'ltr' }

/** Slidev takes the title and the language of the deck from the head of slides.md, all else from workshop.yaml. */
export function checkHeadmatter({ files, workshop, report }: Records) {
  const text = files.get('slides.md')!.text
  const yaml = new YamlFile('slides.md', /^---\r?\n([^]*?)\r?\n---/.exec(text)?.[1] ?? '', 2)
  const { title, htmlAttrs } = (yaml.value ?? {}) as { title?: unknown; htmlAttrs?: Record<string, unknown> }
  if (title !== workshop.title)
    report(
      yaml.problemAt(
        'deck/title',
        `Expected the title of workshop.yaml, "${workshop.title}", found ${describe(title)}.`,
        ['title'],
        'write the same title in both files; a browser shows this one on the tab of the deck.',
      ),
    )
  for (const [name, wanted] of [
    ['lang', workshop.language],
    ['dir', directionOf(workshop.language)],
  ] as const) {
    if ((htmlAttrs?.[name] ?? SLIDEV[name]) !== wanted)
      report(
        yaml.problemAt(
          `deck/${name}`,
          `Expected "${name}: ${wanted}" for the language of workshop.yaml, found ${describe(htmlAttrs?.[name])}.`,
          ['htmlAttrs', name],
          `write "${name}: ${wanted}" under "htmlAttrs:"; screen readers and browsers go by it.`,
        ),
      )
  }
}
