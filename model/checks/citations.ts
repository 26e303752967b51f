import { CITATION } from '../../components/text/inline'
import type { RichText } from '../../components/text/rich-text'
import { citesIn, plainText } from '../../components/text/rich-text'
import { RECORD_FILES } from '../content-paths'
import { didYouMean } from '../nearest'
import type { Records } from '../records'
import type { Reference } from '../schemas/reference'
import type { Path, SourceFile, YamlFile } from '../source-file'
import { ownPart, yamlOf, yamlOfExercise } from './locate'

/**
 * Every citation names a source; a claim stands on a source that was seen and is not in doubt;
 * a contested source stands only where it is called contested, a retracted one only as a warning.
 */
export function checkCitations(records: Records) {
  for (const module of records.modules) {
    const yaml = yamlOf(records, `${module.folder}/module.yaml`)
    const { evidence, lesson: _, ...rest } = module
    checkTexts(records, yaml, rest, [])
    evidence.forEach((item, index) => {
      checkTexts(records, yaml, item, ['evidence', index], item.standing)
      checkFinding(records, yaml, item.finding, item.standing, ['evidence', index, 'finding'])
    })
  }
  for (const exercise of Object.values(records.exercises)) {
    const yaml = yamlOfExercise(records, exercise)
    const own = ownPart(exercise, yaml)
    checkTexts(records, yaml, own, [])
    if (own.reveal && 'finding' in own.reveal)
      checkFinding(records, yaml, own.reveal.finding, 'support', ['reveal', 'finding'])
  }
  const { references: _, labels: __, guide, ...workshop } = records.workshop
  checkTexts(records, yamlOf(records, RECORD_FILES.workshop), workshop, [])
  checkTexts(records, yamlOf(records, RECORD_FILES.guide), guide, [])
  for (const [name, file] of records.files) {
    if (name.endsWith('.md')) checkMarkdown(records, file, name.endsWith('slides.md'))
  }
}

/** What was meant as a citation. */
const BROKEN = /\[[ \t]*\\?@[^\]\n]{0,200}\]?/

type Standing = 'support' | 'contested' | 'warning'
type Complain = (rule: string, message: string, words: string, hint: string) => void

function checkTexts(records: Records, yaml: YamlFile, value: unknown, path: Path, standing: Standing = 'contested') {
  if (isRichText(value)) {
    const complain: Complain = (rule, message, words, hint) =>
      records.report(yaml.problemIn(rule, message, path, words, hint))
    citesIn(value).forEach(key => checkKey(records, key, standing, complain))
    const broken = plainText(value).match(BROKEN)
    if (broken) complainOfForm(broken[0], broken[0].split(' ')[0]!, complain)
  } else if (value && typeof value === 'object') {
    for (const [key, child] of Object.entries(value))
      checkTexts(records, yaml, child, [...path, Array.isArray(value) ? Number(key) : key], standing)
  }
}

const complainOfForm = (broken: string, words: string, complain: Complain) =>
  complain(
    'citation/form',
    `Expected a citation as [@source] or [@source; @other], found "${broken.slice(0, 40)}".`,
    words,
    'nothing but keys of references.yaml goes into the brackets; pages and words go beside them.',
  )

function isRichText(value: unknown): value is RichText {
  return (
    Array.isArray(value) &&
    value.some(part => typeof part === 'string' || (part && typeof part === 'object' && 'cite' in part))
  )
}

function checkKey(records: Records, key: string, standing: Standing, complain: Complain) {
  const { references } = records.workshop
  if (!Object.hasOwn(references, key))
    complain(
      'citation/unknown',
      `Expected a source of references.yaml, found "@${key}".`,
      key,
      didYouMean(key, Object.keys(references)),
    )
  else if (references[key]!.standing === 'retracted' && standing !== 'warning')
    complain(
      'citation/retracted',
      `Expected a source that stands, found "@${key}", which was retracted.`,
      key,
      'cite it only in an evidence item with `standing: warning`.',
    )
}

/**
 * A finding is what a room will remember: it needs a source that was read; where that is contested, the finding has to
 * say so.
 */
function checkFinding(records: Records, yaml: YamlFile, finding: RichText, standing: Standing, path: Path) {
  const { references } = records.workshop
  const keys = citesIn(finding)
  const known = keys.filter(key => Object.hasOwn(references, key))
  const contested = known.find(key => references[key]!.standing === 'contested')
  const complain = (message: string, words: string, hint: string) =>
    records.report(yaml.problemIn('evidence/finding', message, path, words, hint))
  if (keys.length === 0)
    complain('Expected a finding with its source, found no citation.', '', 'add [@key] with a key of references.yaml.')
  else if (standing === 'support' && contested)
    complain(
      `Expected support from uncontested sources, found "@${contested}", which is contested.`,
      contested,
      'show it as an evidence item with `standing: contested`, and say in the caveat what is disputed.',
    )
  else if (standing === 'support' && known.length === keys.length && known.every(key => isUnread(references[key]!)))
    complain(
      'Expected at least one source that was seen, found only sources from memory, at second hand or unsure.',
      keys[0]!,
      'add a source with `seen: abstract`, or leave the claim out.',
    )
}

/** Whether an uncontested source was not read; contested and retracted ones are problems of their own. */
const isUnread = ({ seen, unsure, standing }: Reference) =>
  standing === 'uncontested' && (seen !== 'abstract' || unsure)

/** Lessons, slides and notes are Markdown; their citations are found in the text itself. */
function checkMarkdown(records: Records, file: SourceFile, isSlides: boolean) {
  const complainAt =
    (from: number, length: number): Complain =>
    (rule, message, words, hint) => {
      const at = Math.max(from, file.text.slice(0, from + length).indexOf(words, from))
      records.report(file.problem(rule, message, file.placeOf(at, words.length), hint))
    }
  for (const { 0: whole, 1: keys, index } of file.text.matchAll(CITATION)) {
    for (const key of keys!.split(';'))
      checkKey(records, key.trim().slice(1), 'contested', complainAt(index, whole.length))
    if (isSlides && !isComment(file.text, index))
      complainAt(index, whole.length)(
        'slide/citation',
        `Expected <Cite of="…" /> on a slide, found "${whole}".`,
        whole,
        'Slidev shows brackets as they stand; in notes they are right.',
      )
  }
  for (const { 0: whole, index } of file.text.matchAll(new RegExp(BROKEN, 'g'))) {
    if (!whole.match(CITATION)) complainOfForm(whole, whole, complainAt(index, whole.length))
  }
  for (const { 0: whole, 1: key, index } of file.text.matchAll(/<Cite\s+of="([^"]*)"/g))
    checkKey(records, key!, 'contested', complainAt(index, whole.length))
}

const isComment = (text: string, index: number) => text.lastIndexOf('<!--', index) > text.lastIndexOf('-->', index)
