import type { Block } from '../components/text/blocks'
import type { Exercise } from './schemas/exercise'
import type { Labels } from './schemas/interface'
import type { ModuleRecord } from './schemas/module'
import type { Reference } from './schemas/reference'
import type { GuideRecord, WorkshopRecord } from './schemas/workshop'
import type { Slide } from './slides'

/** The whole workshop, as its content files have it: the facilitator's view. */
export interface Workshop extends WorkshopRecord {
  /** In running order. */
  modules: Module[]
  /** Every exercise by id, in running order. */
  exercises: Record<string, Exercise>
  references: Record<string, Reference>
  labels: Labels
  guide: GuideRecord
  slides: Slide[]
}

export interface Module extends ModuleRecord {
  /** The folder's name without its number. */
  id: string
  folder: string
  lesson: Block[]
}
