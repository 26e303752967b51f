import type { ComponentLabels } from '../../components/labels.schema'
import type { WorkshopContext } from '../../components/workshop-context'
import type { RoomContent } from '../../model/room-content'

/** What the pages of a room bring along: the words, and nothing of the exercises. */
export interface PageData extends Pick<WorkshopContext, 'language' | 'modules'> {
  id: string
  title: string
  labels: ComponentLabels & Pick<RoomContent['labels'], 'room' | 'desk' | 'roomScreen'>
  /** The titles of the exercises, for the desk alone. */
  titles?: Record<string, string>
  slides?: number
  /** The exercises for a room that has time to spare, each with its first slide. */
  spare?: { exercise: string; slide: number }[]
  /** Why a code that was scanned is refused, for phones alone. */
  refusals?: Record<string, string>
  /** Days after which what was gathered is deleted. */
  keep: number
}

/** Where the pages find the room. */
export const ROOM = '../room/'

export const readPage = () => JSON.parse(document.getElementById('page')!.textContent!) as PageData
