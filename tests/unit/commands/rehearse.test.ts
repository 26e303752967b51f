import { afterEach, describe, expect, it } from 'vitest'

import { rehearseMinutes } from '../../../commands/rehearsal'
import { endAll, runCommand } from '../../fixtures/command'
import { copyOfKit } from '../../fixtures/kit'
import { sampleWorkshop } from '../../fixtures/sample'

afterEach(endAll)

describe('npm run rehearse', () => {
  it('ends in a list where the content is broken, with the command that shows more', async () => {
    const kit = copyOfKit()
    kit.change('content/workshop.yaml', /^title: .*$/m, '')
    const { code, out } = await runCommand(kit.root, 'rehearse', '--people', '3').ended
    kit.dispose()
    expect(out).toMatch(/^\nNot yet:\n {2}- content: npm run check shows \d+ of them\n$/)
    expect(code).toBe(1)
  })

  it('wants shorter words, or more minutes, where an activity is longer than planned', async () => {
    const sample = sampleWorkshop()
    const { workshop } = await sample.check()
    sample.dispose()
    expect((await rehearseMinutes(workshop!)).wants).toEqual([])
    // The same words in a tenth of the pace.
    const found = await rehearseMinutes({ ...workshop!, pace: workshop!.pace / 10 })
    expect(found.says).toMatch(/^\d+ activities are longer than planned$/)
    expect(found.wants).toEqual(['npm run check shows which activities are too long'])
  })
})
