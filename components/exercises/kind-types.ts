/**
 * The types of every kind of exercise, by the kind's name. A kind adds its own in its schema.ts, by
 * `declare module '../kind-types'`, so that no list of kinds has to be kept: `keyof KindTypes` is that list.
 */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type -- the kinds' folders fill it
export interface KindTypes {}

export type KindName = keyof KindTypes

/** The words of every kind: interface.yaml may override or translate any of them. */
export type KindLabels = { [Name in KindName]: KindTypes[Name]['labels'] }
