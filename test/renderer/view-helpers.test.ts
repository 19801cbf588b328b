import { describe, expect, test } from 'vitest'
import fc from 'fast-check'
import { initials } from '../../src/renderer/components/StaffFace.tsx'
import { splitLinks } from '../../src/renderer/case/links.ts'
import { sizeWords } from '../../src/renderer/case/size.ts'
import { fromHash, toHash } from '../../src/renderer/place.ts'
import { nextCase, toLines } from '../../src/renderer/queue/lines.ts'
import { splitMarks } from '../../src/renderer/queue/marks.ts'
import type { QueueRow } from '../../src/shared/contract/queue.ts'
import type { Destination } from '../../src/shared/contract/desktop.ts'
import type { QueueSection } from '../../src/shared/domain/case.ts'

describe('places and their addresses', () => {
  const places: readonly Destination[] = [
    { screen: 'today' },
    { screen: 'queue' },
    { screen: 'outbox' },
    { screen: 'settings' },
    { screen: 'case', caseId: '0190-a' },
    { screen: 'case', caseId: '0190-a', compose: true },
    { screen: 'case', caseId: '0190-a', nag: { promiseId: '0190-p', act: null } },
    { screen: 'case', caseId: '0190-a', nag: { promiseId: '0190-p', act: 'hand-over' } },
    { screen: 'phone-note', number: null },
    { screen: 'phone-note', number: '+31 6/12?=&#' },
  ]
  test.each(places)('%j survives its address', (place) => {
    expect(fromHash(toHash(place))).toEqual(place)
  })

  test.each(['', '#', '#/', '#/nowhere', '#/case/', '#content'])('“%s” names no place', (hash) => {
    expect(fromHash(hash)).toBeNull()
  })
})

describe('marks of a search', () => {
  test('are taken apart', () => {
    expect(splitMarks('mijn \u0001fiets\u0002 is')).toEqual([
      { at: 0, words: 'mijn ', marked: false },
      { at: 6, words: 'fiets', marked: true },
      { at: 12, words: ' is', marked: false },
    ])
  })

  test('no word is lost or made up, whatever the text', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const said = splitMarks(text).map(({ words }) => words)
        expect(said.join('')).toBe(text.replace(/[\u0001\u0002]/g, ''))
      }),
    )
  })
})

describe('lines of the queue', () => {
  const row = (caseId: string, section: QueueSection): QueueRow => ({
    caseId,
    number: 1,
    section,
    state: 'open',
    kind: 'question',
    channel: 'mail',
    customerName: '',
    subject: '',
    snippet: '',
    ownerId: null,
    lastContactAt: 0,
    dueAt: null,
    customerUnaware: false,
    cameBack: 0,
  })
  const rows = [row('a', 'overdue'), row('b', 'overdue'), row('c', 'later'), row('a', 'later')]

  test('a heading over each section, and a case once, where it stands now', () => {
    expect(toLines(rows, true).map(({ key }) => key)).toEqual(['overdue', 'a', 'b', 'later', 'c'])
    expect(toLines(rows, false).map(({ key }) => key)).toEqual(['a', 'b', 'c'])
  })

  test('the arrow keys walk over cases only, and stay at the ends', () => {
    const lines = toLines(rows, true)
    expect(nextCase(lines, -1, 1)).toBe(1)
    expect(nextCase(lines, 2, 1)).toBe(4)
    expect(nextCase(lines, 4, 1)).toBe(4)
    expect(nextCase(lines, 1, -1)).toBe(1)
  })
})

describe('links in a text', () => {
  test('only web addresses, without the full stop behind them', () => {
    expect(
      splitLinks('Zie https://voorbeeld.nl/a?b=c. En javascript:alert(1)').map(({ words, url }) => [words, url]),
    ).toEqual([
      ['Zie ', null],
      ['https://voorbeeld.nl/a?b=c', 'https://voorbeeld.nl/a?b=c'],
      ['. En javascript:alert(1)', null],
    ])
  })

  test('the text stays the text', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const said = splitLinks(text).map(({ words }) => words)
        expect(said.join('')).toBe(text)
      }),
    )
  })
})

test.each([
  [0, '0 byte'],
  [999, '999 byte'],
  [345_678, '346 kB'],
  [2_100_000, '2,1 MB'],
])('%d bytes is %s', (bytes, words) => {
  expect(sizeWords(bytes, 'nl')).toBe(words)
})

test.each([
  ['Sanne de Boer', 'SB'],
  ['Milan', 'M'],
  ['  érik  ', 'É'],
  ['', ''],
])('the initials of “%s” are %s', (name, letters) => {
  expect(initials(name)).toBe(letters)
})
