import { useOffers } from './offers'

/** The ideas for a plan that answers on this device offer. */
export const useIdeas = () => useOffers(({ ideas }) => ideas)

/** What was written on this device that is worth having before one's eyes when a plan is made. */
export const useReminders = () => useOffers(({ reminders }) => reminders)

/** The modules that answers on this device point to. */
export const usePointedTo = () => useOffers(({ pointsTo }) => pointsTo)
