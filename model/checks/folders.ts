import { MODULES_FOLDER } from '../content-paths'
import { moduleId, SLUG } from '../names'
import type { Problem } from '../problem'
import { SourceFile } from '../source-file'

/** The folders of modules that can be read: named by number and id, each id once. */
export function checkFolders(folders: string[], report: (problem: Problem) => void): string[] {
  const complain = (path: string, message: string, hint: string) => {
    report(new SourceFile(path, '').problem('content/modules', message, { line: 1, column: 1 }, hint))
    return false
  }
  if (!folders.length)
    complain(
      MODULES_FOLDER,
      `Expected at least one module in ${MODULES_FOLDER}, found none.`,
      'a module is a folder such as 20-first-steps with module.yaml, slides.md and lesson.md.',
    )
  return folders.filter((folder, index) => {
    const id = moduleId(folder)
    if (!/^\d+-/.test(folder) || !SLUG.test(id))
      return complain(
        `${MODULES_FOLDER}/${folder}`,
        `Expected a number, a hyphen and a short name in lower case, found "${folder}".`,
        "rename the folder, for example 20-first-steps; the number sorts, and the rest is the module's id.",
      )
    if (folders.findIndex(other => moduleId(other) === id) < index)
      return complain(
        `${MODULES_FOLDER}/${folder}`,
        `Expected a name of its own after the number, found a second module called "${id}".`,
        'rename one of the two folders.',
      )
    return true
  })
}
