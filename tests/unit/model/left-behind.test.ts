import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { describe, expect, it } from 'vitest'

import { ContentFiles } from '../../../model/content-files'
import { isLeftBehind } from '../../../model/left-behind'

describe('isLeftBehind', () => {
  it.each([
    '.DS_Store',
    '._slides.md',
    'Icon\r',
    '__MACOSX',
    'Thumbs.db',
    'thumbs.db',
    'Desktop.ini',
    '@eaDir',
    '$RECYCLE.BIN',
    '.slides.md.swp',
    '4913',
    'slides.md~',
    '#slides.md#',
    '.#slides.md',
    'module.yaml___jb_tmp___',
    '.~lock.budget.ods#',
    '~$notes.docx',
    'slides.md.bak',
    '~syncthing~slides.md.tmp',
    '.goutputstream-8Q2XN1',
    '@Recycle',
    '#snapshot',
    'lost+found',
    'plan.yaml.icloud',
    'plan.yaml.sb-4f1a2b3c-Qx8zT1',
    'Thumbs.db:encryptable',
  ])('knows %j as nobody’s work', name => {
    expect(isLeftBehind(name)).toBe(true)
  })

  it.each([
    'slides.md',
    'module.yaml',
    '20-waste-of-time',
    'thumbs.md',
    'icon.svg',
    '.gitkeep',
    'desktop.yaml',
    'a#b.png',
  ])('leaves %j to the author', name => {
    expect(isLeftBehind(name)).toBe(false)
  })
})

describe('ContentFiles', () => {
  it('reads no file or folder that a system left in content/', () => {
    const root = mkdtempSync(join(tmpdir(), 'workshop-left-'))
    for (const folder of ['10-opening', '@eaDir', '__MACOSX']) mkdirSync(join(root, folder))
    for (const file of ['one-plan.yaml', 'desktop.ini', 'Icon\r', 'one-plan.yaml~']) writeFileSync(join(root, file), '')
    const files = new ContentFiles(root, () => {})
    expect([files.namesIn('.', 'folders'), files.namesIn('.', 'files')]).toEqual([['10-opening'], ['one-plan.yaml']])
    rmSync(root, { recursive: true })
  })
})
