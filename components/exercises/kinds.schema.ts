import * as activity from './activity/schema'
import * as forecast from './forecast/schema'
import * as plan from './plan/schema'
import * as recall from './recall/schema'
import * as reframe from './reframe/schema'
import * as selfCheck from './self-check/schema'

/** Every kind's YAML, for model alone: importing this file brings zod along. */
export const kindSchemas = {
  'self-check': selfCheck,
  forecast,
  reframe,
  recall,
  plan,
  activity,
}
