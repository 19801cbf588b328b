import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import i18next from 'i18next'
import { beforeAll, describe, expect, test } from 'vitest'
import { EVENT_KINDS } from '../../src/shared/contract/business.ts'
import type { EventKind, EventView } from '../../src/shared/contract/business.ts'
import { sentence } from '../../src/renderer/history/sentence.ts'
import { groupOf } from '../../src/renderer/outbox/groups.ts'
import type { OutboxRow } from '../../src/shared/contract/mail.ts'
import { DAY } from '../../src/shared/domain/time.ts'

const LANGUAGES = ['nl', 'en'] as const
const words = (language: string, namespace: string): Record<string, string> =>
  JSON.parse(
    readFileSync(join(import.meta.dirname, `../../src/shared/locales/${language}/${namespace}.json`), 'utf8'),
  ) as Record<string, string>

beforeAll(() =>
  i18next.init({
    lng: 'nl',
    interpolation: { escapeValue: false },
    resources: Object.fromEntries(
      LANGUAGES.map((language) => [
        language,
        { history: words(language, 'history'), common: words(language, 'common') },
      ]),
    ),
  }),
)

const event = (kind: EventKind, data: EventView['data'] = {}, staffName: string | null = 'Sanne'): EventView => ({
  ...{ id: 'e', at: 0, promiseId: null },
  ...{ kind, data, staffName },
})
const say = (one: EventView, language: 'nl' | 'en' = 'nl'): string =>
  sentence(one, i18next.getFixedT(language), (at) => `moment ${at}`)

const PROMISED = { text: 'terugbellen', dueAt: 1, ownerName: 'Milan' }

describe('a line of the history', () => {
  test.each(LANGUAGES.flatMap((language) => EVENT_KINDS.map((kind) => [language, kind] as const)))(
    '%s: %s is a whole sentence, whoever did it and however little is known',
    (language, kind) => {
      for (const staffName of ['Sanne', null]) {
        expect(say(event(kind, {}, staffName), language)).toMatch(/^\p{Lu}.*[.]$/u)
        expect(say(event(kind, {}, staffName), language)).not.toMatch(/history:|[{}]/)
      }
    },
  )

  test('says who promised what, and who will do it', () => {
    expect(say(event('promise-made', PROMISED))).toBe(
      'Sanne beloofde ‘terugbellen’, uiterlijk moment 1. Dat doet Milan.',
    )
    expect(say(event('promise-made', { ...PROMISED, ownerName: 'Sanne' }))).toBe(
      'Sanne beloofde ‘terugbellen’, uiterlijk moment 1.',
    )
  })

  test('says how a promise was kept, with the note', () => {
    const kept = { ...PROMISED, how: 'called', late: true, note: 'kwam zelf langs' }
    expect(say(event('promise-kept', kept))).toBe(
      'Sanne kwam de belofte ‘terugbellen’ te laat na, met een gesprek. Daarbij staat: kwam zelf langs',
    )
  })

  test('says how a call went and how the customer was', () => {
    expect(say(event('contact-added', { kind: 'call-out', outcome: 'voicemail', mood: null }))).toBe(
      'Sanne belde en sprak de voicemail in.',
    )
    expect(say(event('contact-added', { kind: 'call-in', outcome: null, mood: 'angry' }), 'en')).toBe(
      'Sanne noted a call from the customer. The customer was angry.',
    )
  })

  test('says when the program did it by itself', () => {
    expect(say(event('case-set-aside', { reason: 'bulk' }, null))).toBe('Apart gezet: een nieuwsbrief of reclame.')
    expect(say(event('mail-sent', { refused: 2 }, null))).toBe('De mail is verstuurd. 2 adressen namen hem niet aan.')
  })
})

describe('what waits to be sent', () => {
  const row = (state: OutboxRow['state'], refused = 0): OutboxRow => ({
    ...{ outboxId: 'o', contactId: 'c', caseId: 'k', customerName: 'Anneke', subject: 'Re', to: [], nextTryAt: null },
    ...{ attempts: 0, failure: null, createdAt: 0, state },
    refused: Array.from({ length: refused }, () => ({ address: 'a@b.nl', failure: { code: 'server-said-no' } })),
  })

  test.each([
    ['uncertain', 'person'],
    ['failed', 'person'],
    ['undo', 'itself'],
    ['waiting', 'itself'],
    ['sending', 'itself'],
    ['sent', null],
    ['withdrawn', null],
  ] as const)('%s: %s', (state, group) => {
    expect(groupOf(row(state), 0)).toBe(group)
  })

  test('a mail that one recipient refused is shown for two weeks', () => {
    expect(groupOf(row('sent', 1), 13 * DAY)).toBe('refused')
    expect(groupOf(row('sent', 1), 15 * DAY)).toBeNull()
  })
})
