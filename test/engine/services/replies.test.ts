import { beforeEach, describe, expect, it, vi } from 'vitest'
import { HOUR, MINUTE } from '../../../src/shared/domain/time.ts'
import { offlineMail, startTestEngine } from '../../support/context.ts'
import { expectFailure } from '../../support/database.ts'
import type { TestEngine } from '../../support/context.ts'
import { addMailbox, ANNA, callOf, openShop, promiseOf, replyOf } from '../../support/small-shop.ts'
import { reportOf } from '../../support/reports.ts'

let test: TestEngine
let caseId: string

async function start(mail = offlineMail()): Promise<void> {
  test = await startTestEngine({ mail })
  await openShop(test)
  await addMailbox(test)
  const customer = { name: 'Jan Klant', phone: null, email: 'jan@klant.example' }
  caseId = (await test.ask('contact.log', callOf({ customer, kind: 'letter' }))).caseId
  await test.clock.pass(MINUTE)
}

const look = () => test.ask('case.get', { caseId })

describe('a reply', () => {
  beforeEach(() => start())

  it('is a contact, a promise and a mail on its way', async () => {
    const promise = promiseOf(test)
    const reply = replyOf(caseId, { promise, text: 'Beste Jan, u hoort vandaag van ons.' })
    const { sendAt } = await test.ask('reply.send', reply)
    expect(sendAt).toBe(test.clock.now() + 10_000)
    const one = await look()
    expect(one).toMatchObject({ state: 'open', ownerId: ANNA })
    expect(one.contacts.at(-1)).toMatchObject({
      id: reply.contactId,
      kind: 'mail-out',
      text: 'Beste Jan, u hoort vandaag van ons.',
      quoted: 'Anna\nDe Proef, Utrecht',
      outbox: { state: 'undo', sendAt, failure: null },
    })
    expect(one.promises).toMatchObject([{ id: promise.promiseId, origin: 'mail', customerKnows: 'not-yet' }])
    const [mail] = reportOf(test, 'outbox')
    expect(mail).toMatchObject({ message_id: `${reply.contactId}@proef.example`, state: 'undo' })
  })

  it('holds the words of the person and the signature, from the business, in its final bytes', async () => {
    await test.ask('reply.send', replyOf(caseId, { text: 'Beste Jan, tot zo.' }))
    const raw = reportOf(test, 'outbox', 'SELECT raw FROM outbox')[0]!['raw'] as Uint8Array
    const text = Buffer.from(raw).toString()
    expect(text).toContain('From: De Proef <info@proef.example>')
    expect(text).toContain('Beste Jan, tot zo.\r\n\r\nAnna\r\nDe Proef, Utrecht')
  })

  it('takes its attachments along, and each can be read again', async () => {
    const bytes = Buffer.from(Array.from({ length: 5_000 }, (_, i) => (i * 7) % 256))
    const attachments = [
      { name: '../Offerte fiets.pdf', mediaType: 'application/pdf', base64: bytes.toString('base64') },
      { name: 'notitie.txt', mediaType: 'text/plain\r\nBcc: x', base64: Buffer.from('dag').toString('base64') },
    ]
    await test.ask('reply.send', replyOf(caseId, { attachments }))
    const kept = (await look()).contacts.at(-1)!.attachments
    expect(kept).toMatchObject([
      { name: 'Offerte fiets.pdf', mediaType: 'application/pdf', size: 5_000 },
      { name: 'notitie.txt', mediaType: 'application/octet-stream', size: 3 },
    ])
    const read = await Promise.all(kept.map(({ id }) => test.ask('attachment.read', { attachmentId: id })))
    expect(read.map(({ base64 }) => base64)).toEqual(attachments.map(({ base64 }) => base64))
  })

  it('with more attached than servers take is refused', async () => {
    const part = Buffer.alloc(7 * 1024 * 1024).toString('base64')
    const attachments = ['a', 'b', 'c'].map((name) => ({ name, mediaType: 'image/png', base64: part }))
    expect(expectFailure(await test.call('reply.send', replyOf(caseId, { attachments }))).code).toBe('bad-input')
  })

  it('counts for the template that it began with', async () => {
    await test.ask('reply.send', replyOf(caseId, { templateId: 'nl-holding' }))
    await test.ask('reply.send', replyOf(caseId, { templateId: 'nl-holding' }))
    await test.ask('reply.send', replyOf(caseId))
    expect(await test.ask('template.uses', {})).toEqual({ 'nl-holding': 2 })
  })

  it('is sent once, however often the screen asks', async () => {
    const reply = replyOf(caseId, { promise: promiseOf(test) })
    const first = await test.ask('reply.send', reply)
    await test.clock.pass(1_000)
    expect(await test.ask('reply.send', reply)).toEqual(first)
    expect((await look()).contacts).toHaveLength(2)
    expect(reportOf(test, 'outbox')).toHaveLength(1)
  })

  it('with nothing owed makes it the turn of the customer; that closes, done', async () => {
    await test.ask('reply.send', replyOf(caseId))
    expect((await look()).state).toBe('waiting')
    await test.ask('reply.send', replyOf(caseId, { closes: true }))
    expect((await look()).state).toBe('done')
  })

  it('keeps promises by answering', async () => {
    const promise = promiseOf(test)
    await test.ask('promise.make', { caseId, promise })
    await test.ask('reply.send', replyOf(caseId, { keeps: [promise.promiseId], closes: true }))
    expect(await look()).toMatchObject({ state: 'done', promises: [{ state: 'kept', keptHow: 'answered' }] })
  })

  it.each([
    ['a field that nobody filled in', { text: 'Beste {{customer}}, dag' }, 'unfilled-field'],
    ['a mailbox that is not there', { mailboxId: '018f0000-0000-7000-8000-00000000dead' }, 'no-mailbox'],
    ['a promise that stays while it closes', { closes: true, withPromise: true }, 'promise-live'],
    ['a promise in the past', { withPromise: true, dueAt: 0 }, 'due-in-past'],
    ['a case that is not there', { caseId: '018f0000-0000-7000-8000-00000000dead' }, 'not-found'],
  ])('is refused whole with %s', async (_what, more, code) => {
    const { withPromise = false, dueAt, ...rest } = more as { withPromise?: boolean; dueAt?: number }
    const promise = withPromise ? promiseOf(test, dueAt === undefined ? {} : { dueAt }) : null
    expect(expectFailure(await test.call('reply.send', { ...replyOf(caseId), ...rest, promise })).code).toBe(code)
    expect((await look()).contacts).toHaveLength(1)
    expect((await look()).promises).toEqual([])
    expect(reportOf(test, 'outbox')).toEqual([])
  })
})

describe('a reply that is taken back', () => {
  beforeEach(() => start())

  it('takes its promise along and gives the case back to us', async () => {
    const reply = replyOf(caseId, { promise: promiseOf(test) })
    await test.ask('reply.send', reply)
    await test.ask('reply.undo', { contactId: reply.contactId })
    const one = await look()
    expect(one).toMatchObject({ state: 'open', promises: [{ state: 'withdrawn' }] })
    expect(one.contacts.at(-1)!.outbox!.state).toBe('withdrawn')
    expect(await test.ask('attention.get', {})).toMatchObject({ firstAnswer: 1 })
    await test.ask('reply.undo', { contactId: reply.contactId })
  })

  it('lets stand again what it had kept and replaced', async () => {
    const kept = promiseOf(test)
    const replaced = promiseOf(test, { dueAt: test.clock.now() + 2 * HOUR })
    await test.ask('promise.make', { caseId, promise: kept })
    await test.ask('promise.make', { caseId, promise: replaced })
    const promise = promiseOf(test, { dueAt: test.clock.now() + 3 * HOUR })
    const reply = replyOf(caseId, { keeps: [kept.promiseId], renegotiates: replaced.promiseId, promise })
    await test.ask('reply.send', reply)
    await test.ask('reply.undo', { contactId: reply.contactId })
    const states = Object.fromEntries((await look()).promises.map(({ id, state }) => [id, state]))
    expect(states).toEqual({
      [kept.promiseId]: 'open',
      [replaced.promiseId]: 'open',
      [promise.promiseId]: 'withdrawn',
    })
  })

  it('that closed the case opens it again', async () => {
    const reply = replyOf(caseId, { closes: true })
    await test.ask('reply.send', reply)
    expect((await look()).state).toBe('done')
    await test.ask('reply.undo', { contactId: reply.contactId })
    expect((await look()).state).toBe('open')
  })

  it('is gone for good once it was never sent', async () => {
    expect(expectFailure(await test.call('reply.undo', { contactId: replyOf(caseId).contactId })).code).toBe(
      'not-found',
    )
  })
})

describe('a reply, when something breaks half way', () => {
  const steps = ['contact', 'event', 'promise', 'outbox', 'case'] as const

  it.each(steps)('at %s: all of it is there afterwards, or nothing', async (table) => {
    await start()
    const before = await look()
    const earlier = promiseOf(test)
    await test.ask('promise.make', { caseId, promise: earlier })
    const breaking = reportOf.open(test)
    // The disk is full exactly there: the statement that writes this table fails.
    const verb = table === 'case' ? 'UPDATE' : 'INSERT'
    breaking.exec(`CREATE TRIGGER fault BEFORE ${verb} ON "${table}" BEGIN SELECT RAISE(ABORT, 'no'); END`)
    const reply = replyOf(caseId, { promise: promiseOf(test), keeps: [earlier.promiseId] })
    expect((await test.call('reply.send', reply)).ok).toBe(false)
    breaking.exec('DROP TRIGGER fault')
    breaking.close()
    const after = await look()
    expect(after.contacts).toEqual(before.contacts)
    expect(after.promises).toMatchObject([{ id: earlier.promiseId, state: 'open' }])
    expect(reportOf(test, 'outbox')).toEqual([])
    // Nothing stands in the way of the same reply now.
    await test.ask('reply.send', reply)
    expect((await look()).promises).toHaveLength(2)
    expect(reportOf(test, 'outbox')).toHaveLength(1)
  })

  it('while the mail is made: nothing is there', async () => {
    const mail = offlineMail()
    await start({ ...mail, compose: vi.fn().mockRejectedValueOnce(new Error('no')).mockImplementation(mail.compose) })
    const reply = replyOf(caseId, { promise: promiseOf(test) })
    expect(expectFailure(await test.call('reply.send', reply)).code).toBe('internal')
    expect((await look()).promises).toEqual([])
    await test.ask('reply.send', reply)
    expect((await look()).promises).toHaveLength(1)
  })
})

describe('the first answer', () => {
  beforeEach(() => start())

  it('ends the wait for it', async () => {
    expect(await test.ask('attention.get', {})).toMatchObject({ firstAnswer: 1 })
    await test.clock.pass(MINUTE)
    await test.ask('reply.send', replyOf(caseId, { promise: promiseOf(test) }))
    expect(await test.ask('attention.get', {})).toEqual({ overdue: 0, dueToday: 1, firstAnswer: 0 })
  })
})
