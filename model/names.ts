/** An id that is a file's or a folder's name too: lower case, hyphens, a letter first. */
export const SLUG = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/

/** Windows keeps these for devices: no file or page of such a name can be written there. */
export const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)$/

/** A module's id is its folder's name without the number, which only sorts. */
export const moduleId = (folder: string) => folder.replace(/^\d+-/, '')
