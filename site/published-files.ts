/** What lies beside the pages: the public deck, and the papers that anybody may print. */
export const DECK = 'slides/index.html'
export const WORKBOOKS = { a4: 'handouts/workbook-a4.pdf', letter: 'handouts/workbook-letter.pdf' } as const
/** Folders whose files are kept on the device when they are opened, or on request. */
export const EXTRAS = /^(?:slides|handouts)\//
