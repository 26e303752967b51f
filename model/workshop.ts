import type { Drawing } from '../components/look/drawings'
import type { Block } from '../components/text/blocks'
import type { Exercise } from './schemas/exercise'
import type { GuideRecord } from './schemas/guide'
import type { Labels } from './schemas/interface'
import type { ModuleRecord } from './schemas/module'
import type { Reference } from './schemas/reference'
import type { WorkshopRecord } from './schemas/workshop'
import type { Slide } from './slides'

/** Pages of the self-paced site that are prose alone: content/site/*.md. */
export const PAGES = ['welcome', 'about', 'accessibility'] as const
export type PageName = (typeof PAGES)[number]

/** The whole workshop, as its content files have it: the facilitator's view. */
export interface Workshop extends WorkshopRecord {
  /** In running order. */
  modules: Module[]
  /** Every exercise by id, in running order. */
  exercises: Record<string, Exercise>
  references: Record<string, Reference>
  labels: Labels
  guide: GuideRecord
  /** The pages of the self-paced site that belong to no module. */
  pages: Record<PageName, Block[]>
  slides: Slide[]
}

export interface Module extends ModuleRecord {
  /** The folder's name without its number. */
  id: string
  folder: string
  lesson: Block[]
  /** Ids of its exercises that are for home, in the order of its lesson. */
  forHome: string[]
  /** What drawing.yaml holds; a module that is a mistake has one. */
  drawing?: Drawing
}
