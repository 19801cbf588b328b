import { describe, expect, it } from 'vitest'
import { attentionLevel, attentionLine, windowTitle } from '../../src/main/attention.ts'
import { languageOfSystem } from '../../src/main/language.ts'
import { planNotifications, wordAlert, wordSummary } from '../../src/main/nag-words.ts'
import { wordsIn } from '../../src/main/words.ts'
import type { NagAlert } from '../../src/shared/contract/nags.ts'

const alert = (number: number, change: Partial<NagAlert> = {}): NagAlert => ({
  nagId: `n${number}`,
  promiseId: 'p',
  caseId: 'c',
  step: 0,
  tone: 'due',
  customerName: `Klant ${number}`,
  promiseText: 'Bellen over de fiets',
  ownerName: 'Sanne',
  dueAt: Date.UTC(2026, 0, 8, 14, 0),
  handover: null,
  everyone: false,
  ...change,
})
const nl = { language: 'nl', zone: 'Europe/Amsterdam', t: wordsIn('nl') } as const
const en = { language: 'en', zone: 'Europe/Amsterdam', t: wordsIn('en') } as const

describe('notifications', () => {
  it('are shown one by one, or as one when there are many', () => {
    expect(planNotifications([])).toEqual([])
    expect(planNotifications([alert(1), alert(2)]).map((group) => group.length)).toEqual([1, 1])
    expect(planNotifications([1, 2, 3].map((number) => alert(number))).map((group) => group.length)).toEqual([3])
  })

  it('give the moment in the zone of the business', () => {
    expect(wordAlert(alert(1), nl)).toEqual({
      title: 'Nu: Klant 1 wacht op bericht',
      body: 'Bellen over de fiets\nBeloofd voor donderdag 15:00, door Sanne',
    })
    expect(wordAlert(alert(1, { tone: 'late', promiseText: ' ' }), en)).toEqual({
      title: 'Overdue: Klant 1 is still waiting',
      body: 'Promised by Thursday 15:00, by Sanne',
    })
    expect(wordAlert(alert(1, { tone: 'before' }), nl).title).toBe('Straks: Klant 1 hoort van ons')
  })

  it('name a few customers in a summary', () => {
    const five = [1, 2, 3, 4, 5].map((number) => alert(number))
    expect(wordSummary(five, nl)).toEqual({
      title: '5 beloften vragen aandacht',
      body: 'Klant 1, Klant 2, Klant 3 en nog 2 klanten',
    })
    expect(wordSummary([alert(1), alert(1), alert(2)], en)).toEqual({
      title: '3 promises need attention',
      body: 'Klant 1, Klant 2',
    })
  })

  it('show a customer as plain text', () => {
    expect(wordAlert(alert(1, { customerName: '<b>{{owner}}</b>' }), nl).title).toBe(
      'Nu: <b>{{owner}}</b> wacht op bericht',
    )
  })
})

describe('attention', () => {
  it('is as urgent as its most urgent part', () => {
    expect(attentionLevel({ overdue: 0, dueToday: 0, firstAnswer: 4 })).toBe('calm')
    expect(attentionLevel({ overdue: 0, dueToday: 1, firstAnswer: 0 })).toBe('due')
    expect(attentionLevel({ overdue: 1, dueToday: 1, firstAnswer: 0 })).toBe('overdue')
  })

  it('is said in a few words', () => {
    expect(attentionLine({ overdue: 2, dueToday: 3, firstAnswer: 1 }, nl.t)).toBe(
      '2 te laat, 3 voor vandaag, 1 wacht op een eerste antwoord',
    )
    expect(attentionLine({ overdue: 0, dueToday: 0, firstAnswer: 0 }, en.t)).toBe('all caught up')
  })

  it('stands in the title', () => {
    expect(windowTitle({ overdue: 2, dueToday: 3, firstAnswer: 9 }, false, nl.t)).toBe('(5) Belofte')
    expect(windowTitle({ overdue: 0, dueToday: 0, firstAnswer: 9 }, true, nl.t)).toBe('Belofte (oefenzaak)')
  })
})

describe('language', () => {
  it.each([
    [['nl-NL', 'en'], 'nl'],
    [['de-DE', 'nl'], 'nl'],
    [['en-GB', 'nl'], 'en'],
    [['fr'], 'en'],
    [[], 'en'],
  ] as const)('of a system that prefers %j', (preferred, language) => {
    expect(languageOfSystem(preferred)).toBe(language)
  })
})
