import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import type { Context } from '../../../src/engine/context.ts'
import { createMail } from '../../../src/engine/mail/index.ts'
import type { MailAdapters, ReadMail, SourceSession } from '../../../src/engine/mail/types.ts'
import { syncFolder } from '../../../src/engine/services/folder-sync.ts'
import { mailboxById, saveMailbox } from '../../../src/engine/store/mailboxes.ts'
import type { MailboxRecord } from '../../../src/engine/store/mailboxes.ts'
import type { Failure } from '../../../src/shared/contract/failure.ts'
import { fail, ok } from '../../../src/shared/domain/result.ts'
import { createTestClock } from '../../support/clock.ts'
import { memorySecrets, recordedLog, THURSDAY_10 } from '../../support/context.ts'
import type { RecordedLog } from '../../support/context.ts'
import { expectOk, openTestDatabase } from '../../support/database.ts'
import { customerMail } from '../../support/mail-shop.ts'

// What no real server does on request: a session that answers as the test says.

const REFUSED: Failure = { code: 'server-said-no', detail: { answer: 'NO [SERVERBUG] internal error' } }

function sessionWith(mails: ReadonlyMap<number, string>, refuses: ReadonlySet<number>): SourceSession {
  const never = async (): Promise<never> => {
    throw new Error('not asked in this test')
  }
  return {
    ...{
      folders: never,
      waitForChange: never,
      keepSentCopy: never,
      wasSent: never,
      markAnswered: never,
      close: async () => {},
    },
    openFolder: async () => ok({ uidValidity: '1', uidNext: Math.max(...mails.keys()) + 1 }),
    listMails: async () => ok([...mails.keys()]),
    async fetchMails(uids, take) {
      for (const uid of uids) {
        if (refuses.has(uid)) return fail(REFUSED)
        await take({ uid, receivedAt: 0, keywords: [], raw: Buffer.from(mails.get(uid)!) })
      }
      return ok(null)
    },
  }
}

async function openMailbox(): Promise<{ context: Context; log: RecordedLog; mailbox: MailboxRecord }> {
  const { db, sqlite } = await openTestDatabase()
  const log = recordedLog()
  const nothing = (): void => {}
  const context: Context = {
    ...{
      db,
      sqlite,
      log,
      clock: createTestClock(THURSDAY_10),
      secrets: memorySecrets(),
      practice: false,
      resources: '',
    },
    ...{ emit: nothing, changed: nothing, poke: nothing },
  }
  const id = randomUUID()
  const server = { host: '127.0.0.1', port: 1, tls: 'none', user: 'x' } as const
  const settings = {
    id,
    name: 'info',
    address: 'info@winkel.test',
    fromName: '',
    aliases: [],
    imap: server,
    smtp: server,
  }
  await saveMailbox(db, { ...settings, folders: ['INBOX'], firstSyncDays: 14, active: true }, 0)
  return { context, log, mailbox: (await mailboxById(db, id))! }
}

async function stored({ db }: Context) {
  const contacts = await db
    .selectFrom('mail')
    .innerJoin('contact', 'contact.id', 'mail.contact_id')
    .select(['mail.uid', 'contact.subject', 'contact.unreadable'])
    .orderBy('mail.uid')
    .execute()
  const cursor = await db.selectFrom('folder').select(['last_uid', 'first_sync_done']).executeTakeFirst()
  return { contacts, cursor }
}

const mails = (...subjects: string[]) =>
  new Map(subjects.map((subject, i) => [i + 1, customerMail({ subject, from: `${i}@klant.test` })]))

test('mails that the server can not hand over are there as such, and the others go on', async () => {
  const { context, mailbox } = await openMailbox()
  const session = sessionWith(mails('Een', 'Kapot', 'Drie', 'Stuk', 'Vijf'), new Set([2, 4]))
  expectOk(await syncFolder(context, createMail(), session, mailbox, 'INBOX', () => {}))
  const { contacts, cursor } = await stored(context)
  expect(contacts).toMatchObject([
    { uid: 1, subject: 'Een', unreadable: 0 },
    { uid: 2, unreadable: 1 },
    { uid: 3, subject: 'Drie', unreadable: 0 },
    { uid: 4, unreadable: 1 },
    { uid: 5, subject: 'Vijf', unreadable: 0 },
  ])
  expect(cursor).toEqual({ last_uid: 5, first_sync_done: 1 })
})

test('a mail that can not be stored is kept unread, and the others go on', async () => {
  const { context, log, mailbox } = await openMailbox()
  const { read, ...others } = createMail()
  const broken: MailAdapters['read'] = async (unread, own) =>
    (await read(unread, own)).map((mail): ReadMail =>
      mail.judgement.subject === 'Stuk'
        ? { ...mail, attachments: [{ position: 0, name: 'x', extension: 'x', mediaType: 'x/y', size: NaN }] }
        : mail,
    )
  const session = sessionWith(mails('Een', 'Stuk', 'Drie'), new Set())
  expectOk(await syncFolder(context, { ...others, read: broken }, session, mailbox, 'INBOX', () => {}))
  const { contacts } = await stored(context)
  expect(contacts).toMatchObject([
    { uid: 1, subject: 'Een', unreadable: 0 },
    { uid: 2, subject: '', unreadable: 1 },
    { uid: 3, subject: 'Drie', unreadable: 0 },
  ])
  expect(log.lines).toHaveLength(2)
})

test('the line breaks in the middle: what was stored stays, and the cursor stands behind it', async () => {
  const session = sessionWith(mails('Een', 'Twee', 'Drie'), new Set())
  const { context, mailbox } = await openMailbox()
  const breaking: SourceSession = {
    ...session,
    async fetchMails(uids, take) {
      await session.fetchMails(uids.slice(0, 2), take)
      return fail({ code: 'connection-lost' })
    },
  }
  const mail = createMail()
  const broken = await syncFolder(context, mail, breaking, mailbox, 'INBOX', () => {})
  expect(broken).toMatchObject({ error: { code: 'connection-lost' } })
  expect((await stored(context)).cursor).toEqual({ last_uid: 2, first_sync_done: 0 })
  expectOk(await syncFolder(context, mail, session, mailbox, 'INBOX', () => {}))
  const { contacts, cursor } = await stored(context)
  expect(cursor).toEqual({ last_uid: 3, first_sync_done: 1 })
  expect(contacts).toHaveLength(3)
})
