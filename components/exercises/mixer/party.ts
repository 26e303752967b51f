import type { Party } from './simulation'

/** As much of a record as makes the evening; schema.ts says what each field is. */
export interface Reception {
  circles: { name: string; people: string[] }[]
  seed: number
  curious: number
  target: { faces: number; people: number }
  arranged: number
}

/** The people of a record: numbered circle by circle, as its names stand. */
export function partyOf({ circles, seed, curious }: Pick<Reception, 'circles' | 'seed' | 'curious'>): Party {
  return {
    circles: circles.flatMap(({ people }, circle) => people.map(() => circle)),
    seed,
    curious: curious / 100,
  }
}

export function namesOf({ circles }: Pick<Reception, 'circles'>): string[] {
  return circles.flatMap(({ people }) => people)
}

/** The free table: so many guests in as many circles, with any luck. */
export function tableOf(
  { circles }: Pick<Reception, 'circles'>,
  table: { guests: number; curious: number; luck: number },
): Party {
  return {
    circles: Array.from({ length: table.guests }, (_, person) => Math.floor((person * circles.length) / table.guests)),
    seed: table.luck,
    curious: table.curious / 10,
  }
}
