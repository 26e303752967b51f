import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import type { ContentFiles } from './content-files'
import { MODULES_FOLDER } from './content-paths'
import { describe, listed } from './describe'
import { missingFiles } from './kinds'
import { SLUG } from './names'
import { didYouMean } from './nearest'
import { readRecord } from './read-record'
import type { Exercise } from './schemas/exercise'
import { exerciseSchemas } from './schemas/exercise'
import { YamlFile } from './source-file'

/** Reads one module's exercises: a file each, named by its id. */
export function readExercises(files: ContentFiles, module: string): { exercises: Exercise[]; whole: boolean } {
  const folder = `${module}/exercises`
  const folders = files.namesIn(folder, 'folders')
  const names = [...files.namesIn(folder, 'files'), ...folders]
  const exercises = names.flatMap(name => {
    const isFolder = folders.includes(name)
    if (isFolder || !name.endsWith('.yaml')) {
      files.report(
        new YamlFile(`${folder}/${name}`, '').problem(
          'exercise/file',
          `Expected exercises alone in this folder, found ${isFolder ? 'the folder ' : ''}"${name}".`,
          { line: 1, column: 1 },
          /\.ya?ml$/i.test(name)
            ? `rename it to ${name.replace(/\.ya?ml$/i, '.yaml')}.`
            : 'keep it somewhere else; an exercise ends in .yaml.',
        ),
      )
      return []
    }
    const yaml = files.yaml(`${folder}/${name}`)
    return (yaml && readExercise(files, yaml, name.slice(0, -'.yaml'.length))) ?? []
  })
  return { exercises, whole: exercises.length === names.length }
}

function readExercise(files: ContentFiles, yaml: YamlFile, id: string): Exercise | undefined {
  const own = yaml.value
  if (!isGroup(own)) {
    files.report(
      yaml.problemAt(
        'exercise/shape',
        `Expected the fields of an exercise, found ${describe(own)}.`,
        [],
        'begin with `kind:`; another exercise shows the rest.',
      ),
    )
    return undefined
  }
  if (!SLUG.test(id)) {
    files.report(
      yaml.problem(
        'exercise/id',
        `Expected a file name in lower case with hyphens, found "${id}.yaml".`,
        { line: 1, column: 1 },
        "the name is the exercise's id, for example skill-ladder.yaml.",
      ),
    )
    return undefined
  }
  const kind = readKind(files, yaml, own)
  if (kind === undefined) return undefined
  const taken = takenOver(files, yaml, own)
  if (!taken) return undefined
  // The value itself, where nothing is taken over: for the same value a schema is not asked again (read-record.ts).
  const value = own.repeats === undefined ? own : { ...taken, ...own }
  const { record, problems } = readRecord(exerciseSchemas[kind]!, yaml, 'exercise', value)
  problems.forEach(files.report)
  // The schema was found at run time; its output has the type that the kind's folder added to KindTypes.
  return record && ({ ...record, id, minutes: 0 } as unknown as Exercise)
}

/** The name of an exercise's kind; nothing when no folder of that name can read the record. */
function readKind(files: ContentFiles, yaml: YamlFile, { kind }: Group): string | undefined {
  const names = Object.keys(missingFiles)
  if (typeof kind === 'string' && Object.hasOwn(missingFiles, kind)) {
    for (const file of missingFiles[kind]!)
      files.report(
        yaml.problemAt(
          'exercise/kind',
          `Expected ${file} in the folder of the kind "${kind}", found none.`,
          ['kind'],
          `write components/exercises/${kind}/${file}; components/exercises/_template shows what it holds.`,
        ),
      )
    return Object.hasOwn(exerciseSchemas, kind) ? kind : undefined
  }
  files.report(
    yaml.problemAt(
      'exercise/kind',
      kind === undefined
        ? `Expected the field "kind" with ${listed(names)}, found none.`
        : `Expected ${listed(names)}, found ${describe(kind)}.`,
      ['kind'],
      kind === undefined ? 'add "kind:" as the first line.' : didYouMean(String(kind), names),
    ),
  )
  return undefined
}

/**
 * What an exercise that repeats another one takes over: whatever it leaves out itself, but for its title and place.
 * @returns nothing when there is no such exercise, or when it has problems of its own, which are reported in its file
 */
function takenOver(files: ContentFiles, yaml: YamlFile, own: Group): Group | undefined {
  if (typeof own.repeats !== 'string') return {}
  const others = exerciseFiles(files).filter(file => file !== yaml.file)
  const path = others.find(file => idOf(file) === own.repeats)
  const first = path && valueIn(files, path)
  if (path && !(isGroup(first) && ('repeats' in first || isSound(first)))) return undefined
  if (isGroup(first) && first.kind === own.kind && !('repeats' in first)) {
    const { title: _, minutesAtHome: __, ...rest } = first
    return rest
  }
  const why = !isGroup(first)
    ? ''
    : 'repeats' in first
      ? ', which itself repeats another one'
      : ` of the kind ${describe(first.kind)}`
  files.report(
    yaml.problemAt(
      'exercise/repeats',
      `Expected the id of another exercise of the kind "${String(own.kind)}", found "${own.repeats}"${why}.`,
      ['repeats'],
      path
        ? 'name the exercise that is asked first, and give both the same kind.'
        : didYouMean(own.repeats, others.map(idOf)),
    ),
  )
  return undefined
}

/** What a YAML file holds; nothing when it cannot be read, which is reported where its own module is read. */
function valueIn(files: ContentFiles, path: string): unknown {
  try {
    return new YamlFile(path, readFileSync(join(files.root, path), 'utf8')).value
  } catch {
    return undefined
  }
}

const isSound = (exercise: Group) =>
  Object.hasOwn(exerciseSchemas, String(exercise.kind)) &&
  exerciseSchemas[String(exercise.kind)]!.safeParse(exercise).success

const idOf = (file: string) =>
  file
    .split('/')
    .at(-1)!
    .replace(/\.yaml$/, '')

function exerciseFiles(files: ContentFiles): string[] {
  return files
    .namesIn(MODULES_FOLDER, 'folders')
    .flatMap(module =>
      files
        .namesIn(`${MODULES_FOLDER}/${module}/exercises`, 'files')
        .map(name => `${MODULES_FOLDER}/${module}/exercises/${name}`),
    )
}

type Group = Record<string, unknown>

function isGroup(value: unknown): value is Group {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
