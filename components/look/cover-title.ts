/** Whether a title beside the cover's drawing needs smaller letters to keep to two or three lines. */
export const isLongTitle = (title: string) => title.length > 30
