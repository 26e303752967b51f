/** How many characters the name of a room may have: on its own, so that commands read their flags without a validator. */
export const LONGEST_ROOM = 60
