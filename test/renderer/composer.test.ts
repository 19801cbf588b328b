import { describe, expect, test } from 'vitest'
import { troubleIn } from '../../src/renderer/composer/check.ts'
import { chooseFate, fatesOf } from '../../src/renderer/composer/draft.ts'
import type { Draft } from '../../src/renderer/composer/draft.ts'
import { troubleWith } from '../../src/renderer/composer/files.ts'
import { promiseSentence, putMoment, takeMoment } from '../../src/renderer/composer/moment-in-text.ts'
import { templatesFor } from '../../src/renderer/composer/templates-for.ts'
import type { Template } from '../../src/shared/domain/template.ts'

const draft = (change: Partial<Draft> = {}): Draft => ({
  contactId: 'c',
  promiseId: 'p',
  open: true,
  to: ['anneke@voorbeeld.nl'],
  cc: [],
  subject: 'Re: Fiets',
  text: 'Beste Anneke,',
  templateId: null,
  language: null,
  dueAt: null,
  said: null,
  promiseText: null,
  ownerId: null,
  fates: {},
  closes: false,
  files: [],
  ...change,
})

describe('the moment in the text', () => {
  const sentence = (moment: string): string => promiseSentence(moment, 'nl', 'u')
  const put = (text: string, said: string | null, moment: string): string =>
    putMoment(text, said, moment, sentence(moment))

  test('fills its field, wherever it stands', () => {
    expect(put('Uiterlijk {{moment}} hoort u van mij. Dus {{ moment }}.', null, 'morgen om 12:00')).toBe(
      'Uiterlijk morgen om 12:00 hoort u van mij. Dus morgen om 12:00.',
    )
  })

  test('takes the place of the moment that stood there', () => {
    expect(put('Uiterlijk morgen om 12:00 hoort u van mij.', 'morgen om 12:00', 'vandaag om 17:00')).toBe(
      'Uiterlijk vandaag om 17:00 hoort u van mij.',
    )
  })

  test('comes as a sentence of its own, before the farewell', () => {
    expect(put('Beste Anneke,\n\nIk zoek het uit.\n\nHartelijke groet,\nSanne', null, 'morgen om 12:00')).toBe(
      'Beste Anneke,\n\nIk zoek het uit.\n\nU hoort uiterlijk morgen om 12:00 van mij.\n\nHartelijke groet,\nSanne',
    )
    expect(put('', null, 'morgen om 12:00')).toBe('U hoort uiterlijk morgen om 12:00 van mij.')
  })

  test('is not said twice when somebody already wrote it', () => {
    expect(put('Tot morgen om 12:00!', null, 'morgen om 12:00')).toBe('Tot morgen om 12:00!')
  })

  test('a customer’s dollar signs stay what they are', () => {
    expect(put('{{moment}}', null, '$& morgen')).toBe('$& morgen')
  })

  test('taken back, it leaves no promise in the letter', () => {
    const said = 'morgen om 12:00'
    const own = 'Beste Anneke,\n\nU hoort uiterlijk morgen om 12:00 van mij.'
    expect(takeMoment(own, said, sentence(said))).toBe('Beste Anneke,')
    expect(takeMoment('Uiterlijk morgen om 12:00 bel ik.', said, sentence(said))).toBe('Uiterlijk {{moment}} bel ik.')
  })

  test('is said in the form of address of the business', () => {
    expect(promiseSentence('morgen om 12:00', 'nl', 'je')).toBe('Je hoort uiterlijk morgen om 12:00 van me.')
    expect(promiseSentence('tomorrow at 12:00', 'en', 'u')).toBe(
      'You will hear from me by tomorrow at 12:00 at the latest.',
    )
  })
})

describe('what a reply does to the promises that stand', () => {
  const standing = [
    { id: 'first', state: 'broken' },
    { id: 'second', state: 'open' },
    { id: 'ended', state: 'kept' },
  ] as const

  test('without a new moment it keeps what we owed', () => {
    expect(fatesOf(standing, draft())).toEqual({ first: 'kept', second: 'kept' })
  })

  test('with a new moment it replaces the earliest', () => {
    expect(fatesOf(standing, draft({ dueAt: 1 }))).toEqual({ first: 'replaced', second: 'stays' })
  })

  test('a choice by hand goes first, and only one is replaced', () => {
    expect(fatesOf(standing, draft({ dueAt: 1, fates: { second: 'replaced' } }))).toEqual({
      first: 'stays',
      second: 'replaced',
    })
    expect(chooseFate({ first: 'replaced', second: 'stays' }, 'second', 'replaced')).toEqual({
      first: 'stays',
      second: 'replaced',
    })
  })
})

describe('what keeps a reply from going', () => {
  test.each([
    [{ to: [] }, 'no-recipient'],
    [{ subject: ' ' }, 'no-subject'],
    [{ text: ' \n' }, 'no-text'],
    [{ text: 'Omdat {{reden}}.' }, 'unfilled'],
    [{ text: 'U hoort {{moment}} van mij.' }, 'moment-missing'],
    [{ dueAt: 999 }, 'moment-past'],
  ] as const)('%j: %s', (change, why) => {
    expect(troubleIn(draft(change), {}, 'sanne', 1_000)?.why).toBe(why)
  })

  test('a new moment needs a keeper, and a replaced promise a moment', () => {
    expect(troubleIn(draft({ dueAt: 2_000 }), {}, null, 1_000)?.why).toBe('nobody')
    expect(troubleIn(draft(), { first: 'replaced' }, 'sanne', 1_000)?.why).toBe('moment-missing')
  })

  test('nothing, when everything is there', () => {
    expect(troubleIn(draft({ dueAt: 2_000 }), { first: 'replaced' }, 'sanne', 1_000)).toBeNull()
  })
})

describe('templates on offer', () => {
  const template = (id: string, change: Partial<Template>): Template => ({
    id,
    kind: 'holding',
    language: 'nl',
    address: 'u',
    title: 'We zoeken het uit',
    body: '',
    builtIn: true,
    ...change,
  })
  const all = [
    template('en', { language: 'en', title: 'Looking into it' }),
    template('je', { address: 'je' }),
    template('u', {}),
    template('own', { address: 'je', builtIn: false, title: 'Fiets staat klaar' }),
  ]

  test('own language first, the other form of address left out, own ones always there', () => {
    expect(templatesFor(all, '', 'nl', 'u').map(({ id }) => id)).toEqual(['u', 'own', 'en'])
  })

  test('every word that was typed must be found', () => {
    expect(templatesFor(all, 'fiets KLAAR', 'nl', 'u').map(({ id }) => id)).toEqual(['own'])
    expect(templatesFor(all, 'fiets lek', 'nl', 'u')).toEqual([])
  })
})

describe('what may go along', () => {
  const megabytes = (count: number) => ({ name: 'foto.jpg', size: count * 1024 * 1024 })

  test('together no more than most servers take', () => {
    expect(troubleWith([megabytes(10)], megabytes(8))).toBeNull()
    expect(troubleWith([megabytes(10)], megabytes(9))).toEqual({ why: 'too-big', name: 'foto.jpg' })
  })

  test('and not without end', () => {
    expect(
      troubleWith(
        Array.from({ length: 20 }, () => megabytes(0)),
        megabytes(0),
      )?.why,
    ).toBe('too-many')
  })
})
