/** The paths of a presentation, from the root of its server or, behind a proxy, from the path that this has there. */

/** Where the slides are served; in the presenter's view with notes, for those who came by the presenter's link. */
export const DECK = '/slides/'
/** One exercise alone, on a page of its own. */
export const STAGE = '/exercises/'
/** The links that need a secret as `?key=`. */
export const PRESENTER = '/presenter'
export const SECOND = '/second'
export const PROJECTOR = '/projector'
/** What a phone shows, and what leads it there with the code. */
export const PHONE = '/join/'
export const SCANNED = '/j/'
/** The room's controls, for the facilitator: beside the deck, or on a phone. */
export const DESK = '/desk/'
/** What all of these ask the room. */
export const ROOM = '/room/'
/** The self-paced site, once the room has ended. */
export const SITE = '/site/'
