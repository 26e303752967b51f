import { webkit } from './drivers/webkit'
import { testEngine } from './engine-tests'

await testEngine(webkit)
