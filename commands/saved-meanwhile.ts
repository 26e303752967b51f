/** An input was changed while something was built from it, so that what was built can be half old and half new. */
export class SavedMeanwhile extends Error {
  override name = 'SavedMeanwhile'
}

/** Runs a build, and again for as long as something was saved meanwhile. */
export async function untilNothingIsSaved<T>(build: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await build()
    } catch (error) {
      if (!(error instanceof SavedMeanwhile)) throw error
      console.error('Something was saved meanwhile, so once more:')
    }
  }
}
