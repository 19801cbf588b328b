import i18next from 'i18next'
import { beforeAll, expect, test } from 'vitest'
import type { TFunction } from 'i18next'
import { daySentences } from '../../src/renderer/today/sentence.ts'
import { statusLine } from '../../src/renderer/shell/status-line.ts'
import type { QueueRow } from '../../src/shared/contract/queue.ts'
import type { MailboxStatus } from '../../src/shared/contract/status.ts'
import shell from '../../src/shared/locales/nl/shell.json' with { type: 'json' }
import today from '../../src/shared/locales/nl/today.json' with { type: 'json' }

let t: TFunction
beforeAll(async () => {
  const i18n = i18next.createInstance()
  await i18n.init({ lng: 'nl', resources: { nl: { today, shell } }, interpolation: { escapeValue: false } })
  t = i18n.t
})

const time = { clock: () => '11:00', duration: () => '2 uur' }
const row = { customerName: 'Anneke Visser', subject: 'Sleutel kwijt', dueAt: 5 } as QueueRow
const nothing = { overdue: 0, dueToday: 0, firstAnswer: 0, latest: undefined, next: undefined }

test('the day in plain words', () => {
  expect(
    daySentences({ ...nothing, overdue: 1, latest: row, dueToday: 3, next: row, firstAnswer: 13 }, 9, t, time),
  ).toEqual([
    'Eén belofte is te laat: Anneke Visser wacht al 2 uur.',
    'Drie beloften voor vandaag, de eerste om 11:00 voor Anneke Visser, over ‘Sleutel kwijt’.',
    '13 klanten wachten op een eerste antwoord.',
  ])
})

test('an empty day says nothing', () => {
  expect(daySentences(nothing, 9, t, time)).toEqual([])
})

test('the status line speaks for the mailbox that most needs telling', () => {
  const mailbox = (phase: MailboxStatus['phase']): MailboxStatus => ({
    mailboxId: phase,
    name: 'info',
    phase,
    upToDateAt: 1,
    nextTryAt: 1,
    remaining: 3,
    failure: null,
  })
  const say = (...phases: MailboxStatus['phase'][]): string =>
    statusLine(
      {
        mailboxes: phases.map(mailbox),
        outbox: { waiting: 0, uncertain: 0, failed: 0 },
        storage: null,
        backup: null,
        practice: false,
      },
      t,
      time,
    )
  expect(say('up-to-date')).toBe('Bijgewerkt, 11:00')
  expect(say('up-to-date', 'stopped')).toBe('Postbus info staat stil')
  expect(say('up-to-date', 'syncing')).toBe('Mail ophalen, nog 3')
  expect(say('asleep', 'off')).toBe('Geen verbinding, nieuwe poging om 11:00')
  expect(say()).toBe('Nog geen postbus aangesloten')
})
