import { describe, expect, it } from 'vitest'
import { nextTick } from 'vue'

import { deviceStore } from '../../../components/composables/answers'
import { changeAppearance, readAppearance } from '../../../site/appearance'
import { keepPlace, readPlace } from '../../../site/reading-place'

/** A browser's storage, in memory: its keys are its own, as in a browser. */
function memory(first: Record<string, string> = {}): Storage {
  const methods = {
    getItem(key: string) {
      return Object.hasOwn(this, key) ? (this as unknown as Record<string, string>)[key]! : null
    },
    setItem(key: string, value: string) {
      ;(this as unknown as Record<string, string>)[key] = value
    },
    removeItem(key: string) {
      delete (this as unknown as Record<string, string>)[key]
    },
  }
  return Object.assign(Object.create(methods), first) as Storage
}
const blocked = {
  getItem: () => {
    throw new Error('blocked')
  },
  setItem: () => {
    throw new Error('blocked')
  },
}

describe('the place where somebody stopped', () => {
  const sections = { 'closing.html': [{ id: 'in-a-month', title: 'In a month' }] }

  it('is found again, with its section', () => {
    const storage = memory()
    keepPlace('four', storage, { file: 'closing.html', section: 'in-a-month' })
    expect(readPlace('four', storage, sections)).toEqual({
      file: 'closing.html',
      section: { id: 'in-a-month', title: 'In a month' },
    })
    expect(readPlace('another', storage, sections)).toBeUndefined()
  })

  it('is the page alone when its section is no more, and nothing when its page is no more or was never ours', () => {
    const kept = (place: unknown) =>
      readPlace('four', memory({ 'four:place': typeof place === 'string' ? place : JSON.stringify(place) }), sections)
    expect(kept({ file: 'closing.html', section: 'gone' })).toEqual({ file: 'closing.html' })
    for (const place of [
      { file: 'gone.html' },
      { file: 'javascript:alert(1)' },
      { file: '__proto__' },
      { file: 7 },
      [],
      null,
      '{',
      '',
    ])
      expect(kept(place), JSON.stringify(place)).toBeUndefined()
  })

  it('is nothing where the browser keeps nothing', () => {
    expect(() => keepPlace('four', blocked, { file: 'closing.html' })).not.toThrow()
    expect(readPlace('four', blocked, sections)).toBeUndefined()
    expect(readPlace('four', undefined, sections)).toBeUndefined()
  })
})

describe('how somebody likes to read', () => {
  it.each([
    ['{"size":2,"colours":"dark"}', { size: 2, colours: 'dark' }],
    ['{"size":99,"colours":"pink"}', { size: 0, colours: 'device' }],
    ['{"size":"2"}', { size: 0, colours: 'device' }],
    ['[]', { size: 0, colours: 'device' }],
    ['null', { size: 0, colours: 'device' }],
    ['{', { size: 0, colours: 'device' }],
  ])('%s is read as %j', (kept, read) => {
    expect(readAppearance('four', memory({ 'four:appearance': kept }))).toEqual(read)
  })

  it('is as on the device where the browser keeps nothing', () => {
    expect(readAppearance('four', blocked)).toEqual({ size: 0, colours: 'device' })
  })
})

describe('changeAppearance', () => {
  const shown = { size: 0, colours: 'device' } as const

  it('changes one setting and keeps what another window has set meanwhile', () => {
    const storage = memory({ 'four:appearance': '{"size":5,"colours":"device"}' })
    expect(changeAppearance('four', storage, shown, { colours: 'dark' })).toEqual({ size: 5, colours: 'dark' })
    expect(readAppearance('four', storage)).toEqual({ size: 5, colours: 'dark' })
  })

  it('adds to what the page shows where nothing can be stored', () => {
    for (const storage of [undefined, blocked])
      expect(changeAppearance('four', storage, { size: 2, colours: 'light' }, { size: 3 })).toEqual({
        size: 3,
        colours: 'light',
      })
  })
})

describe('deviceStore', () => {
  const answer = (note: string) => ({ version: 1, answer: { note } })
  /** A store whose page can be brought back from the back/forward cache, or get the event of one key. */
  function storeOn(storage?: Storage) {
    let hear: (key: string | null) => void = () => {}
    const store = deviceStore({
      namespace: 'four',
      ...(storage && { storage }),
      listen: listener => {
        hear = listener
      },
    })
    return { store, hear: (key: string | null) => hear(key) }
  }

  it('reads every answer again when any may have changed, and writes none of the deleted ones back', () => {
    const storage = memory()
    const { store, hear } = storeOn(storage)
    store.entry('a').value = answer('mine')
    store.entry('b').value = answer('mine too')
    deviceStore({ namespace: 'four', storage, listen: () => {} }).forget()
    hear(null)
    expect([store.entry('a').value, store.entry('b').value]).toEqual([undefined, undefined])
    expect(['a', 'b', 'c'].map(store.deletions!)).toEqual([1, 1, 0])
    store.entry('b').value = answer('new')
    store.entry('b').value = undefined
    hear(null)
    expect(['a', 'b'].map(store.deletions!)).toEqual([1, 1])
    store.entry('b').value = answer('new')
    expect(storage.getItem('four:answer:a')).toBeNull()
  })

  it('holds on to all that a page shows where nothing can be stored', () => {
    const { store, hear } = storeOn()
    store.entry('a').value = answer('mine')
    hear(null)
    expect(store.entry('a').value).toEqual(answer('mine'))
    expect(store.persisted.value).toBe(false)
  })

  it('says when the first answer of all is stored, and not on the way to it', () => {
    const storage = memory({ 'four:place': '{}' })
    let asked = 0
    const open = () => deviceStore({ namespace: 'four', storage, listen: () => {}, onFirstAnswer: () => asked++ })
    const store = open()
    expect(store.entry('a').value).toBeUndefined()
    store.entry('a').value = undefined
    expect(asked).toBe(0)
    store.entry('a').value = answer('first')
    expect(asked).toBe(1)
    store.entry('a').value = answer('first, longer')
    open().entry('b').value = answer('second')
    expect(asked).toBe(1)
  })

  it('forgets what did not fit, too, once another window has deleted everything', () => {
    const storage = memory()
    let full = true
    const small = Object.assign(Object.create(storage) as Storage, {
      setItem: (key: string, value: string) => {
        if (full) throw new Error('full')
        storage.setItem(key, value)
      },
    })
    const { store, hear } = storeOn(small)
    store.entry('a').value = answer('did not fit')
    expect(store.persisted.value).toBe(false)
    hear('four:forgotten')
    full = false
    store.entry('b').value = answer('fits')
    expect(storage.getItem('four:answer:a')).toBeNull()
    expect(store.entry('a').value).toBeUndefined()
    expect(store.persisted.value).toBe(true)
  })
})

describe('what a device keeps', () => {
  it('is deleted whole, answers and all else of these pages, and nothing of others', async () => {
    const storage = memory({
      'four:place': '{}',
      'four:appearance': '{}',
      'four:answer:gone': '{}',
      'fourteen:answer:a': '{}',
      'other': '1',
    })
    const store = deviceStore({ namespace: 'four', storage, listen: () => {} })
    store.entry('a').value = { version: 1, answer: { note: 'mine' } }
    const shown: unknown[] = []
    shown.push(store.entry('a').value)
    store.forget()
    await nextTick()
    expect(shown).toEqual([{ version: 1, answer: { note: 'mine' } }])
    expect(store.entry('a').value).toBeUndefined()
    expect(Object.keys(storage).sort()).toEqual(['fourteen:answer:a', 'other'])
  })
})
