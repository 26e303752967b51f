import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest'

import { readReach } from '../../../commands/reach'
import { rehearseMinutes, sizesIn, wantedPapers, wantOf } from '../../../commands/rehearsal'
import type { UserError } from '../../../model/user-error'
import { endAll, startCommand } from '../../fixtures/command'
import { copyOfKit } from '../../fixtures/kit'
import { sampleWorkshop } from '../../fixtures/sample'

afterEach(endAll)

/** A copy of the kit whose content has a problem. */
function brokenKit() {
  const kit = copyOfKit()
  onTestFinished(kit.dispose)
  kit.change('content/workshop.yaml', /^title: .*$/m, '')
  return kit
}

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
    const kit = brokenKit()
    const { code, out } = await startCommand(kit.root, 'rehearse', '--people', '3').ended
    expect(out).toBe('\nNot yet:\n  - content: npm run check shows what is wrong, where, and what to do about it\n')
    expect(code).toBe(1)
  })

  it('refuses a flag with a mistake before it reads anything', async () => {
    const kit = brokenKit()
    expect(await startCommand(kit.root, 'rehearse', '--paper', 'lettre').ended).toEqual({
      code: 2,
      out: '',
      err: 'Expected --paper a4 or letter, found "lettre".\n  Hint: did you mean letter?\n',
    })
  })

  it('wants shorter words, or more minutes, where an activity is longer than planned', async () => {
    const sample = sampleWorkshop()
    const { workshop } = await sample.check()
    sample.dispose()
    expect((await rehearseMinutes(workshop!)).wants).toEqual([])
    // The same words in a tenth of the pace.
    const found = await rehearseMinutes({ ...workshop!, pace: workshop!.pace / 10 })
    expect(found.says).toBe('1 activity is longer than planned')
    expect(found.wants).toEqual(['npm run check shows what is too long, and by how much'])
  })
})

describe('of papers, a rehearsal', () => {
  const made = ['guide-a4', 'workbook-a4', 'guide-letter', 'workbook-letter'].map(name => ({
    name: `${name}.pdf`,
    bytes: Buffer.from(`${name} of today`),
  }))
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'workshop-papers-test-'))
  })
  afterEach(() => rmSync(folder, { recursive: true }))
  const lay = (...names: string[]) => {
    for (const { name, bytes } of made) if (names.includes(name)) writeFileSync(join(folder, name), bytes)
  }

  it('wants them printed where there are none', () => {
    const wanted = ['nothing is printed yet; npm run handouts prints into dist/handouts']
    expect(wantedPapers(folder, made)).toEqual(wanted)
    expect(wantedPapers(join(folder, 'not-there'), made)).toEqual(wanted)
  })

  it('wants nothing where all are what would be printed now', () => {
    lay(...made.map(({ name }) => name))
    expect(wantedPapers(folder, made)).toEqual([])
  })

  it('prints on the sizes that were printed on, or on all', () => {
    expect(sizesIn(folder, ['a4', 'letter'])).toEqual(['a4', 'letter'])
    lay('guide-letter.pdf')
    expect(sizesIn(folder, ['a4', 'letter'])).toEqual(['letter'])
  })

  it('names those that are missing, and those that were printed before the content was changed', () => {
    lay('guide-letter.pdf', 'workbook-letter.pdf')
    writeFileSync(join(folder, 'workbook-a4.pdf'), 'workbook of yesterday')
    expect(wantedPapers(folder, made)).toEqual([
      'npm run handouts prints what is missing in dist/handouts: guide-a4.pdf',
      'npm run handouts prints anew what is of earlier content, or of other flags: workbook-a4.pdf',
    ])
  })
})
