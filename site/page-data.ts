import type { Door } from '../components/door'
import type { ComponentLabels } from '../components/labels.schema'
import type { Block } from '../components/text/blocks'
import type { LearnerExercise, LearnerFollowUp, LearnerModule, LearnerWorkshop } from '../model/views'
import type { RichText } from '../components/text/rich-text'
import type { Section } from './headings'
import type { SitePage } from './pages'
import { citedKeys } from '../components/text/cited'
import { plainText } from '../components/text/rich-text'
import { lessonSections } from './headings'
import { fileOf } from './pages'

/** One part of the workshop, as far as pages speak of it to each other. */
export interface Part {
  id: string
  title: string
  mistake?: number
  file: string
  summary: RichText
  /** How long reading and doing take, about. */
  minutes: number
  /** Ids of its exercises, in running order. */
  exercises: string[]
}

type Labels = LearnerWorkshop['labels']
/** The words of what may come alive: on every page, and on the pages that have it. */
type PageLabels = ComponentLabels & Pick<Labels, 'site'> & Partial<Pick<Labels, typeof OWN_WORDS[keyof typeof OWN_WORDS]>>
const OWN_WORDS = { 'take-home': 'takeHome', 'recall': 'recallRound', 'about': 'offline' } as const

/** What a page brings along for its scripts: as much of the workshop as they show, and nothing more. */
export interface PageData extends Door {
  /** The workshop's. */
  id: string
  title: string
  labels: PageLabels
  kind: SitePage['kind']
  file: string
  /** The module of a lesson. */
  module?: string
  modules: Part[]
  exercises: Record<string, LearnerExercise>
  followUp: LearnerFollowUp[]
  /** What can be resumed, by page: on the page where one resumes. */
  sections?: Record<string, Section[]>
  /** Bytes of the slides and papers: on the page that offers to keep them. */
  extrasSize?: number
}

/** Pages that gather what was done everywhere need every exercise; a lesson needs its own. */
export function pageData(workshop: LearnerWorkshop, { kind, file, module }: SitePage, extrasSize: number): PageData {
  const modules = workshop.modules.map(module => partOf(workshop, module))
  const wanted = module ? partOf(workshop, module).exercises : kind === 'about' || kind === 'accessibility' ? [] : Object.keys(workshop.exercises)
  const exercises = Object.fromEntries(wanted.map(id => [id, workshop.exercises[id]!]))
  return {
    id: workshop.id,
    title: workshop.title,
    language: workshop.language,
    labels: labelsFor(workshop.labels, kind),
    kind,
    file,
    ...(module && { module: module.id }),
    modules,
    exercises,
    references: Object.fromEntries(citedKeys(exercises, workshop.references).map(key => [key, workshop.references[key]!])),
    followUp: kind === 'take-home' || kind === 'recall' ? workshop.followUp : [],
    ...(kind === 'welcome' && { sections: Object.fromEntries(workshop.modules.map(each => [fileOf(each), lessonSections(workshop, each)])) }),
    ...(kind === 'about' && { extrasSize }),
  }
}

export function partOf(workshop: LearnerWorkshop, module: LearnerModule): Part {
  const { id, title, mistake, summary } = module
  const exercises = module.activities.flatMap(activity => 'exercise' in activity ? [activity.exercise] : [])
  return {
    id,
    title,
    ...(mistake && { mistake }),
    file: fileOf(module),
    summary,
    minutes: Math.ceil(wordsIn(module.lesson) / WORDS_A_MINUTE) + exercises.reduce((sum, exercise) => sum + workshop.exercises[exercise]!.minutes, 0),
    exercises,
  }
}

function labelsFor({ deck: _, handouts: __, lesson: ___, stage: ____, pages: _____, takeHome, recallRound, offline, ...everywhere }: Labels, kind: SitePage['kind']): PageLabels {
  const own = { takeHome, recallRound, offline }
  const name = kind in OWN_WORDS ? OWN_WORDS[kind as keyof typeof OWN_WORDS] : undefined
  return { ...everywhere, ...(name && { [name]: own[name] }) }
}

/** A careful pace, which people who read in a second language keep as well. */
const WORDS_A_MINUTE = 180

function wordsIn(blocks: Block[]): number {
  return blocks
    .flatMap(block => block.type === 'exercise' ? [] : block.type === 'list' ? block.items : block.type === 'quote' ? block.text : [block.text])
    .reduce((sum, text) => sum + plainText(text).split(' ').length, 0)
}
