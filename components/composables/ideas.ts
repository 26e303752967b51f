import { useOffers } from './offers'

/** The ideas for a plan that answers on this device offer. */
export const useIdeas = () => useOffers(({ ideas }) => ideas)
