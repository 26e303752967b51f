import { useOffers } from './offers'

/** The people whom answers on this device suggest to write to. */
export const usePeople = () => useOffers(({ people }) => people)
