import { createHash } from 'node:crypto'

import { readCounts } from '../components/exercises/kind'
import type { Leader, Place, Role, Views } from '../components/room/wire'
import { LONGEST_MESSAGE } from '../components/room/wire'
import type { RoomContent } from '../model/room-content'
import type { AnswerCommand, LeaderCommand, ParticipantCommand } from './commands'
import type { RoomEvent } from './events'
import { eventsOfAction, eventsOfMove, knownExercise } from './exercise-events'
import { countedExercises } from './load-kinds'
import type { RoomLog } from './log'
import { Refusal } from './refusal'
import type { Counted, CountedExercises } from './role-views'
import { viewFor } from './role-views'
import type { RoomState } from './state'
import { apply, emptyRoom, exerciseOf, wasOpen } from './state'
import { tidyText } from './tidy-text'

/** So much one room takes, so that its memory is bounded whatever is sent to it. */
const MOST = { people: 5000, messages: 2000, messagesEach: 20 }

/** Which of a person's answers to an exercise the room has. */
export interface KeptAnswer {
  revision: number
  mark: string
}
const kept = ({ revision, mark }: KeptAnswer): KeptAnswer => ({ revision, mark })

const isAt = (place: Place | undefined, { page, clicks, total }: Place) =>
  place?.page === page && place.clicks === clicks && place.total === total

/** A room at work: its log, the state that the log folds to, and what may be done to it. */
export class LiveRoom {
  readonly state: RoomState = emptyRoom()
  readonly exercises: CountedExercises
  private readonly listeners = new Set<() => void>()
  private reading: Promise<void> | undefined
  private readAgain = false
  readonly content: RoomContent
  private readonly log: RoomLog
  private readonly now: () => number
  private readonly unsubscribe: () => void

  private constructor(content: RoomContent, exercises: CountedExercises, log: RoomLog, now: () => number) {
    this.content = content
    this.exercises = exercises
    this.log = log
    this.now = now
    // What another server appends arrives here; a failure shows at the next request.
    this.unsubscribe = log.subscribe(() => void this.catchUp().catch(() => {}))
  }

  /**
   * Opens a room: a new one, or one that was interrupted.
   * @throws LogUnavailable
   */
  static async open(content: RoomContent, log: RoomLog, now: () => number = Date.now): Promise<LiveRoom> {
    const room = new LiveRoom(content, await countedExercises(content), log, now)
    await room.catchUp()
    if (room.state.began === undefined) await room.commit([{ type: 'began' }])
    return room
  }

  view<R extends Role>(role: R): Views[R] {
    return viewFor(role, this.state, this.exercises)
  }

  /** Calls back after every change. */
  onChange(listener: () => void): () => void {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  /** A phone has connected, or has been gone for a while. @throws Refusal, LogUnavailable */
  async presence(who: string, isHere: boolean): Promise<void> {
    if (this.state.ended !== undefined || this.state.here.has(who) === isHere) return
    if (isHere && !this.state.everyone.has(who) && this.state.everyone.size >= MOST.people) throw new Refusal('full')
    await this.commit([{ type: isHere ? 'came' : 'went', who }])
  }

  /** This server has begun with a room in which others may have phones. @throws LogUnavailable */
  async join(): Promise<void> {
    if (this.state.ended === undefined && this.state.here.size) await this.commit([{ type: 'joined' }])
  }

  /** These phones are here with this server, whatever another one knows of them. @throws LogUnavailable */
  async confirm(phones: Iterable<string>): Promise<void> {
    if (this.state.ended === undefined) await this.commit([...phones].map(who => ({ type: 'came', who })))
  }

  /**
   * What a participant asks for.
   * @returns for an answer, which one is kept: another one than was sent if that was older
   * @throws Refusal, LogUnavailable
   */
  async take(who: string, command: ParticipantCommand): Promise<KeptAnswer | undefined> {
    if (this.state.ended !== undefined && command.do !== 'answer') throw new Refusal('ended')
    if (!this.state.everyone.has(who)) await this.presence(who, true)
    if (command.do === 'answer') return this.answer(who, command)
    if (command.do === 'write') {
      await this.write(who, command)
      return undefined
    }
    const message = this.state.messages.get(command.message)
    if (!message?.passed || message.exercise !== undefined) throw new Refusal('unknown')
    if (message.votes.has(who) !== command.up)
      await this.commit([{ type: 'voted', who, message: command.message, up: command.up }])
    return undefined
  }

  /** What a leader asks for. @throws Refusal, LogUnavailable */
  async lead(role: Leader, command: LeaderCommand): Promise<void> {
    const { state } = this
    if (state.ended !== undefined && command.do !== 'move' && command.do !== 'delete') throw new Refusal('ended')
    switch (command.do) {
      case 'move':
        if (state.driver !== role) throw new Refusal('notDriving')
        if (isAt(state.place, command)) return undefined
        return this.move(command)
      case 'hand':
        // Who leads may always take the deck back; a second can only give it back.
        if (role !== 'facilitator' && (command.to !== 'facilitator' || state.driver !== role))
          throw new Refusal('notAllowed')
        return this.commit([{ type: 'drove', role: command.to }])
      case 'end':
        return this.commit([{ type: 'ended' }])
      case 'delete':
        return this.destroy()
      case 'invite':
        return this.commit([{ type: 'invited', shown: command.shown }])
      case 'unfeature':
        return this.commit([{ type: 'featured' }])
      case 'type': {
        const { exercise, kind } = knownExercise(command.exercise, this.exercises)
        const counts = readCounts(command.counts, kind.categories(exercise))
        return this.commit([{ type: 'typed', exercise: command.exercise, counts }])
      }
      case 'lead': {
        const { exercise, step, way } = command
        const { exercise: record, kind } = knownExercise(exercise, this.exercises)
        if (way.some(category => !kind.categories(record).includes(category))) throw new Refusal('unreadable')
        return this.commit([{ type: 'led', exercise, step, way }])
      }
      case 'pass':
      case 'hold':
      case 'settle':
      case 'feature':
        return this.commit(this.moderate(command.do, command.message))
      case 'open':
      case 'close':
      case 'show':
      case 'hide':
      case 'clear':
        return this.commit(eventsOfAction(command.do, command.exercise, state, this.exercises))
    }
  }

  /** The deck goes on after all was deleted, and nothing of that is kept. */
  private async move(place: Place): Promise<void> {
    const events = eventsOfMove(place, this.state, this.content, this.exercises)
    if (!this.isDeleted) return this.commit(events)
    for (const event of events) apply(this.state, { ...event, id: this.state.last + 1, at: this.now() })
    this.notify()
  }

  /** Ends the room and deletes all that was gathered. */
  private async destroy(): Promise<void> {
    // Under its name there may be a new room by now.
    if (this.isDeleted) return
    const at = this.now()
    await this.log.destroy(at)
    apply(this.state, { type: 'deleted', id: this.state.last + 1, at })
    this.notify()
  }

  private get isDeleted(): boolean {
    return this.state.ended !== undefined && this.state.began === undefined
  }

  async close(): Promise<void> {
    this.unsubscribe()
    await this.log.close()
  }

  private async answer(who: string, sent: AnswerCommand): Promise<KeptAnswer> {
    const { exercise, kind } = knownExercise(sent.exercise, this.exercises)
    const exerciseState = exerciseOf(this.state, sent.exercise)
    if (sent.round !== exerciseState.round) throw new Refusal('earlierRound')
    // What was answered in a dead spot while it was open counts when it arrives.
    if (!exerciseState.open && !wasOpen(exerciseState, sent.seen)) throw new Refusal('closed')
    const known = exerciseState.answers.get(who)
    if (known && (known.revision > sent.revision || known.mark === sent.mark)) return kept(known)
    const categories = this.categoriesOf(sent, { exercise, kind })
    const { round, revision, mark } = sent
    const done = sent.done || categories.length > 0
    await this.commit([{ type: 'answered', who, exercise: sent.exercise, round, revision, mark, categories, done }])
    return kept(exerciseState.answers.get(who) ?? sent)
  }

  /** The categories that an answer counts in: found here where the phone cannot, and known ones in any case. */
  private categoriesOf({ answer, version, categories = [] }: AnswerCommand, { exercise, kind }: Counted): string[] {
    let found = categories
    if (kind.forRoom) {
      const read = kind.read(answer, version ?? kind.version, exercise)
      if (read === undefined) throw new Refusal('unreadable')
      found = kind.categoriesOf(read, exercise)
      // Categories that have names to vote by are one for each answer.
    } else if (kind.categoryNames && found.length > 1) throw new Refusal('unreadable')
    const known = kind.categories(exercise)
    if (found.some(category => !known.includes(category))) throw new Refusal('unreadable')
    return [...new Set(found)]
  }

  private async write(who: string, { text, exercise }: { text: string; exercise?: string }): Promise<void> {
    const words = tidyText(text)
    if (!words) throw new Refusal('unreadable')
    if (words.length > LONGEST_MESSAGE) throw new Refusal('tooLong')
    if (exercise !== undefined) {
      knownExercise(exercise, this.exercises)
      if (!exerciseOf(this.state, exercise).open) throw new Refusal('closed')
    }
    const message = idOfMessage(who, words, exercise)
    if (this.state.messages.has(message)) return
    const own = [...this.state.messages.values()].filter(message => message.who === who).length
    if (own >= MOST.messagesEach || this.state.messages.size >= MOST.messages) throw new Refusal('tooMany')
    await this.commit([{ type: 'wrote', message, who, ...(exercise !== undefined && { exercise }), text: words }])
  }

  private moderate(action: 'pass' | 'hold' | 'settle' | 'feature', message: string): RoomEvent[] {
    if (!this.state.messages.has(message)) throw new Refusal('unknown')
    if (action === 'feature') return [{ type: 'featured', message }]
    return [{ type: action === 'pass' ? 'passed' : action === 'hold' ? 'held' : 'settled', message }]
  }

  private async commit(events: RoomEvent[]): Promise<void> {
    if (!events.length) return
    await this.log.append(events, this.now())
    await this.catchUp()
  }

  /** Folds in what the log has beyond the state; asked for while it is at it, it looks once more. */
  private async catchUp(): Promise<void> {
    if (this.reading) {
      this.readAgain = true
      return this.reading
    }
    this.reading = (async () => {
      try {
        do {
          this.readAgain = false
          const events = await this.log.read(this.state.last)
          for (const event of events) apply(this.state, event)
          if (events.length) this.notify()
        } while (this.readAgain)
      } finally {
        this.reading = undefined
      }
    })()
    return this.reading
  }

  private notify() {
    for (const listener of this.listeners) listener()
  }
}

/** The same words of the same phone are one message, also when they are sent again because no answer came in time. */
const idOfMessage = (...parts: [who: string, words: string, exercise?: string]) =>
  createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 12)
