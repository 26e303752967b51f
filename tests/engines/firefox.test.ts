import { firefox } from './drivers/firefox'
import { testEngine } from './engine-tests'

await testEngine(firefox)
