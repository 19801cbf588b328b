import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CustomerView } from '../../src/shared/contract/cases.ts'
import {
  PROMISE_FATES,
  emptyNote,
  hasWords,
  ownerOfNumber,
  toContactLog,
  wordsToFind,
  wrongIn,
} from '../../src/renderer/phone-note/note.ts'

const customer = (id: string, ...phones: string[]): CustomerView => ({
  ...{ id, name: id, company: null, notes: '', emails: [], phones, since: 0, caseCount: 1, openPromises: 0 },
})
const anneke = customer('anneke', '+31612345678')
const peter = customer('peter', '+31302345678', '+31687654321')
const ids = { contactId: 'contact', caseId: null, customerId: null }
const promise = { promiseId: 'new', ownerId: 'sanne', text: 'Terugbellen', dueAt: 1 }

describe('who is on the line', () => {
  test.each(['0612345678', '06 1234 5678', '+31 6 12345678', '0031612345678'])('%s is Anneke', (number) => {
    expect(ownerOfNumber(number, [anneke, peter])?.id).toBe('anneke')
  })

  test('a number that may still become another one is nobody yet', () => {
    expect(ownerOfNumber('0612345', [anneke])).toBeNull()
    expect(ownerOfNumber('345678', [anneke])).toBeNull()
  })

  test('a number that two customers share is left to a person', () => {
    expect(ownerOfNumber('0612345678', [anneke, customer('partner', '+31612345678')])).toBeNull()
  })

  test('the number is asked about before the name, once it is long enough', () => {
    expect(wordsToFind({ number: ' 0612 ', name: 'Anneke' })).toBe('0612')
    expect(wordsToFind({ number: '06', name: ' Anneke ' })).toBe('Anneke')
    expect(wordsToFind({ number: '06', name: 'A' })).toBeNull()
  })
})

describe('what would be lost by closing', () => {
  test('nothing while only the number stands there that came with the call', () => {
    expect(hasWords(emptyNote({ number: '0612345678' }), '0612345678')).toBe(false)
  })

  test.each([{ number: '0612345679' }, { name: 'Anneke' }, { text: 'Sleutel kwijt' }, { moment: 'morgen' }])(
    'something once %j was typed',
    (typed) => {
      expect(hasWords(emptyNote({ number: '0612345678', ...typed }), '0612345678')).toBe(true)
    },
  )
})

describe('what is wrong', () => {
  const note = emptyNote({ name: 'Anneke', text: 'Sleutel kwijt' })

  test('nothing with a name and a question', () => {
    expect(wrongIn(note, false, false)).toEqual({})
  })

  test('who it was and what it was about are needed', () => {
    expect(wrongIn(emptyNote({}), false, true)).toEqual({ number: 'who', text: 'question' })
    expect(wrongIn(emptyNote({ text: 'Sleutel' }), true, true)).toEqual({})
  })

  test('a call that reached nobody needs no question', () => {
    expect(wrongIn(emptyNote({ kind: 'call-out', outcome: 'voicemail', name: 'Anneke' }), false, true)).toEqual({})
    expect(wrongIn(emptyNote({ kind: 'call-out', outcome: 'reached', name: 'Anneke' }), false, true)).toEqual({
      text: 'question',
    })
  })

  test('a promise needs somebody who keeps it', () => {
    expect(wrongIn({ ...note, moment: 'morgen 10:00' }, false, false)).toEqual({ owner: 'owner' })
  })

  test('a new moment for an old promise needs that moment', () => {
    expect(wrongIn({ ...note, fates: { old: 'replaced' } }, true, true)).toEqual({ moment: 'replacing' })
  })
})

describe('what is recorded', () => {
  test('somebody new, by name or else by number', () => {
    const note = emptyNote({ number: ' 06 12345678 ', text: ' Sleutel kwijt ' })
    expect(toContactLog(note, ids, null)).toMatchObject({
      caseId: null,
      customer: { name: '06 12345678', phone: '06 12345678', email: null },
      text: 'Sleutel kwijt',
      mood: 'fine',
      outcome: null,
    })
    expect(toContactLog({ ...note, name: ' Anneke ' }, ids, null).customer).toMatchObject({ name: 'Anneke' })
  })

  test('a known customer, also when the name was typed differently', () => {
    const log = toContactLog(emptyNote({ name: 'Annie' }), { ...ids, caseId: 'case', customerId: 'anneke' }, null)
    expect(log).toMatchObject({ caseId: 'case', customer: { customerId: 'anneke' } })
  })

  test('no mood of somebody who was not reached', () => {
    const note = emptyNote({ kind: 'call-out', outcome: 'no-answer', settled: true })
    expect(toContactLog(note, ids, null)).toMatchObject({ mood: null, outcome: 'no-answer', closes: false })
  })

  test('settled only when nothing is promised', () => {
    expect(toContactLog(emptyNote({ settled: true }), ids, null).closes).toBe(true)
    expect(toContactLog(emptyNote({ settled: true }), ids, promise).closes).toBe(false)
  })

  test('each promise gets the fate that was chosen, and is replaced only by a new one', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.constantFrom(...PROMISE_FATES)), fc.boolean(), (fates, promised) => {
        const log = toContactLog(emptyNote({ fates }), ids, promised ? promise : null)
        expect(log.keeps.every((id) => fates[id] === 'kept')).toBe(true)
        expect(log.keeps).toHaveLength(Object.values(fates).filter((fate) => fate === 'kept').length)
        expect(log.renegotiates === null || (promised && fates[log.renegotiates] === 'replaced')).toBe(true)
      }),
    )
  })
})
