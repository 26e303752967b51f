import { afterEach, describe, expect, it } from 'vitest'

import { readReach } from '../../../commands/reach'
import { rehearseMinutes, wantOf } from '../../../commands/rehearsal'
import type { UserError } from '../../../model/user-error'
import { endAll, runCommand } from '../../fixtures/command'
import { copyOfKit } from '../../fixtures/kit'
import { sampleWorkshop } from '../../fixtures/sample'

afterEach(endAll)

/** What the list says where this machine has these addresses. */
function wantedOf(addresses: Record<string, string>): string {
  try {
    readReach({ lan: true }, addresses)
    return ''
  } catch (error) {
    return wantOf(error as UserError)
  }
}

describe('npm run rehearse', () => {
  it('says in one line what keeps phones out, with what to do', () => {
    expect(wantedOf({ wlan0: '192.168.1.5' })).toBe('')
    expect(wantedOf({})).toBe(
      'This machine is in no network that phones could reach it by. ' +
        'Join the Wi-Fi, or open a hotspot on a phone and join that; then start again.',
    )
    expect(wantedOf({ wlan0: '192.168.1.5', eth0: '10.0.0.3' })).toBe(
      'This machine is in several networks: 192.168.1.5 (wlan0), 10.0.0.3 (eth0). ' +
        'Name the one that the phones are in, such as --host 192.168.1.5.',
    )
  })

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
