/**
 * Whether a request names this machine in its Host. A name that is not ours means that a page elsewhere points its own
 * domain at this machine, and would read what we serve.
 */
export const isOwnHost = (host = '') => /^(?:127\.0\.0\.1|localhost|\[::1\])(?::\d+)?$/i.test(host)

export const NOT_OURS = 'This address serves the machine it runs on alone.'
