import { it } from 'vitest'

import { useBrowser } from './support/browser'
import { chromiumPhone, playWorkshop } from './support/played-room'

const { context } = useBrowser()

/** With phones in Firefox and WebKit as well: tests/engines/room.test.ts. */
it('a workshop is played from its first slide to what people take home, with three phones', async () => {
  const phone = chromiumPhone(context)
  await playWorkshop(context, [phone, phone, phone])
})
