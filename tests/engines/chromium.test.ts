import { chromium } from './drivers/chromium'
import { testEngine } from './engine-tests'

await testEngine(chromium)
