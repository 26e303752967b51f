/**
 * The oldest browsers in which the site, the room's pages and their exercises work; README names them. Scripts and
 * styles are written for these; in anything older a page of the site falls back to what it is without scripts: it can
 * be read and printed.
 */
export const OLDEST_BROWSERS = ['chrome88', 'edge88', 'firefox90', 'safari14', 'ios14']
