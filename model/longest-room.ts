/** How many characters a room's name may have; by itself, so that commands read their flags without a validator. */
export const LONGEST_ROOM = 60
