/** Where the workshop's content lies, from the project's folder. */
export const RECORD_FILES = {
  workshop: 'content/workshop.yaml',
  interface: 'content/interface.yaml',
  references: 'content/references.yaml',
  guide: 'content/guide.yaml',
  words: 'content/words.yaml',
} as const
/** One folder a module. */
export const MODULES_FOLDER = 'content/modules'

/** The files that slides are written in, by the names of the modules' folders. */
export const slideFiles = (folders: readonly string[]) => [
  'slides.md',
  ...folders.map(folder => `${MODULES_FOLDER}/${folder}/slides.md`),
]
