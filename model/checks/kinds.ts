import { didYouMean } from '../nearest'
import type { Records } from '../records'
import type { Exercise } from '../schemas/exercise'
import type { Path, YamlFile } from '../source-file'

type Of<K extends Exercise['kind']> = Extract<Exercise, { kind: K }>
type Complain = (path: Path, message: string, hint: string, atKey?: boolean) => void

/** The fields of a kind that name each other; a repeat that writes none of them takes all of them over. */
const LINKED = ['statements', 'items', 'scale', 'reveal']

/** What the fields of one kind must have in common with each other. */
export function checkKind(exercise: Exercise, yaml: YamlFile, records: Records) {
  if (exercise.repeats && !LINKED.some(field => Object.hasOwn(yaml.value as object, field))) return
  const complain: Complain = (path, message, hint, atKey) => {
    const field = path.slice(0, atKey ? -1 : undefined).findLast(step => typeof step === 'string')
    records.report(yaml.problemAt(`exercise/${String(field)}`, message, path, hint, atKey))
  }
  switch (exercise.kind) {
    case 'self-check':
      return checkProfile(exercise, records, complain)
    case 'recall':
      return checkAnswers(exercise, complain)
    case 'forecast':
      return checkScale(exercise, complain)
  }
}

function checkProfile({ statements, reveal: { profile } }: Of<'self-check'>, records: Records, complain: Complain) {
  const modules = records.modules.map(module => module.id)
  const known = statements.map(statement => statement.id)
  const counted = new Map<string, number>()
  profile.forEach((entry, index) => {
    const path = ['reveal', 'profile', index]
    if (!modules.includes(entry.module))
      complain(
        [...path, 'module'],
        `Expected the id of a module, found "${entry.module}".`,
        didYouMean(entry.module, modules),
      )
    entry.statements.forEach((id, nth) => {
      counted.set(id, (counted.get(id) ?? 0) + 1)
      if (!known.includes(id))
        complain([...path, 'statements', nth], `Expected the id of a statement, found "${id}".`, didYouMean(id, known))
      else if (counted.get(id)! > 1)
        complain(
          [...path, 'statements', nth],
          `Expected every statement to be counted once, found "${id}" a second time.`,
          'each statement speaks of exactly one mistake; remove it here or there.',
        )
    })
    entry.reversed.forEach((id, nth) => {
      // A statement that is misspelt above is not wrong here as well.
      if (
        !entry.statements.includes(id) &&
        !(known.includes(id) && entry.statements.some(each => !known.includes(each)))
      )
        complain(
          [...path, 'reversed', nth],
          `Expected one of the statements counted for "${entry.module}", found "${id}".`,
          didYouMean(id, entry.statements),
        )
    })
  })
  // A misspelt id is told where it stands; the statement that it meant is not missing as well.
  if ([...counted.keys()].every(id => known.includes(id))) {
    for (const id of known.filter(id => !counted.has(id)))
      complain(
        ['statements', known.indexOf(id), 'id'],
        `Expected every statement to be counted for a mistake, found "${id}" in none.`,
        'add it to the statements of one entry of `reveal.profile`.',
      )
  }
}

function checkAnswers({ items, reveal: { answers } }: Of<'recall'>, complain: Complain) {
  const known = items.map(item => item.id)
  answers.forEach((answer, index) => {
    const path = ['reveal', 'answers', index]
    const item = items.find(each => each.id === answer.item)
    const options = item?.options?.map(option => option.id) ?? []
    if (!item)
      complain([...path, 'item'], `Expected the id of an item, found "${answer.item}".`, didYouMean(answer.item, known))
    else if (answers.findIndex(each => each.item === answer.item) < index)
      complain(
        [...path, 'item'],
        `Expected one answer to each item, found a second one to "${answer.item}".`,
        'keep one of the two.',
      )
    else if (item.options && !options.includes(answer.right ?? ''))
      complain(
        answer.right ? [...path, 'right'] : path,
        `Expected the right option of "${item.id}" under "right", found ${answer.right ? `"${answer.right}"` : 'none'}.`,
        didYouMean(answer.right ?? '', options),
      )
    else if (!item.options && answer.right)
      complain(
        [...path, 'right'],
        `Expected no "right" for "${item.id}", which has no options, found "${answer.right}".`,
        'remove it, or give the item its options.',
      )
    for (const id of Object.keys(item ? (answer.feedback ?? {}) : {}).filter(id => !options.includes(id)))
      complain(
        [...path, 'feedback', id],
        `Expected feedback to an option of "${answer.item}", found "${id}".`,
        options.length ? didYouMean(id, options) : 'remove it, or give the item its options.',
        true,
      )
  })
  if (answers.every(answer => known.includes(answer.item))) {
    for (const id of known.filter(id => !answers.some(answer => answer.item === id)))
      complain(
        ['items', known.indexOf(id), 'id'],
        `Expected an answer to "${id}" in \`reveal.answers\`, found none.`,
        `add one with "item: ${id}".`,
      )
  }
}

function checkScale({ scale, reveal: { found } }: Of<'forecast'>, complain: Complain) {
  if (found.from > found.to || found.from < scale.from || found.to > scale.to)
    complain(
      ['reveal', 'found'],
      `Expected a finding on the scale from ${scale.from} to ${scale.to}, found ${found.from} to ${found.to}.`,
      'widen the scale, or mend the two numbers so that the smaller one comes first.',
    )
}
