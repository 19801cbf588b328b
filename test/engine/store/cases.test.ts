import { beforeEach, describe, expect, it } from 'vitest'
import { refreshCase } from '../../../src/engine/store/case-standing.ts'
import { caseById, decideCase, insertCase, nextCaseNumber } from '../../../src/engine/store/cases.ts'
import { insertContact } from '../../../src/engine/store/contacts.ts'
import type { Db } from '../../../src/engine/store/database.ts'
import { saveMailbox } from '../../../src/engine/store/mailboxes.ts'
import { insertOutbox, withdrawOutbox } from '../../../src/engine/store/outbox.ts'
import { insertPromise, savePromise, setCustomerKnows } from '../../../src/engine/store/promises.ts'
import type { CustomerPromise } from '../../../src/shared/domain/promise.ts'
import { openTestDatabase } from '../../support/database.ts'
import { MAILBOX, MAILBOX_SETTINGS } from '../../support/small-shop.ts'
import { caseOf, contactOf, CUSTOMER, insertPeople, STAFF } from './rows.ts'

let db: Db
const { id } = caseOf(1)

beforeEach(async () => {
  db = (await openTestDatabase()).db
  await insertPeople(db)
  await saveMailbox(db, MAILBOX_SETTINGS, 0)
  await insertCase(db, caseOf(1))
  await insertContact(db, contactOf('in', id, { at: 10, text: 'Beste fietsenmaker,\n\n  wanneer is hij klaar?' }))
})

const look = () => db.selectFrom('case').selectAll().where('id', '=', id).executeTakeFirstOrThrow()

const PROMISE: CustomerPromise = {
  id: 'promise-1',
  caseId: id,
  customerId: CUSTOMER,
  ownerId: STAFF[0],
  text: 'Bellen',
  madeAt: 20,
  dueAt: 100,
  origin: 'mail',
  contactId: 'out',
  state: 'open',
  brokenAt: null,
  endedAt: null,
  keptHow: null,
  endNote: null,
  predecessorId: null,
}

async function answerWithPromise(): Promise<void> {
  await insertContact(db, contactOf('out', id, { kind: 'mail-out', at: 20, text: 'U hoort van ons.' }))
  await insertPromise(db, PROMISE, { madeBy: null, customerKnows: 'not-yet' })
  await insertOutbox(db, {
    id: 'outbox-1',
    contactId: 'out',
    caseId: id,
    mailboxId: MAILBOX,
    messageId: 'out@proef.example',
    envelopeFrom: 'info@proef.example',
    recipients: ['jan@klant.example'],
    raw: new Uint8Array(),
    sendAt: 30,
    createdAt: 20,
    answersMailId: null,
  })
}

describe('refreshCase', () => {
  it('makes every derived column agree with what is on the case', async () => {
    expect(await refreshCase(db, id)).toBe('open')
    expect(await look()).toMatchObject({
      state: 'open',
      awaiting_since: 10,
      first_answer_at: null,
      next_due_at: null,
      last_contact_at: 10,
      snippet: 'Beste fietsenmaker, wanneer is hij klaar?',
    })
    await answerWithPromise()
    await refreshCase(db, id)
    expect(await look()).toMatchObject({
      state: 'open',
      awaiting_since: null,
      first_answer_at: 20,
      next_due_at: 100,
      last_contact_at: 20,
      snippet: 'Beste fietsenmaker, wanneer is hij klaar?',
    })
    await savePromise(db, { ...PROMISE, state: 'kept', endedAt: 50 })
    expect(await refreshCase(db, id)).toBe('waiting')
    expect(await look()).toMatchObject({ next_due_at: null })
  })

  it('warns when the customer can’t know of a promise, and only then', async () => {
    await answerWithPromise()
    const warned = async () => {
      await refreshCase(db, id)
      return (await look()).customer_unaware
    }
    const mail = (state: 'waiting' | 'sending' | 'sent' | 'uncertain' | 'failed', attempts: number) =>
      db.updateTable('outbox').set({ state, attempts }).execute()
    expect(await warned(), 'just written').toBe(0)
    await mail('waiting', 0)
    expect(await warned(), 'on its way').toBe(0)
    await mail('waiting', 1)
    expect(await warned(), 'stuck').toBe(1)
    await mail('uncertain', 1)
    expect(await warned(), 'uncertain').toBe(1)
    await mail('failed', 1)
    expect(await warned(), 'failed').toBe(1)
    await mail('sent', 1)
    await setCustomerKnows(db, 'out', 'yes')
    expect(await warned(), 'sent').toBe(0)
    await setCustomerKnows(db, 'out', 'undelivered')
    expect(await warned(), 'bounced').toBe(1)
    await savePromise(db, { ...PROMISE, state: 'withdrawn', endedAt: 50 })
    expect(await warned(), 'ended').toBe(0)
  })

  it('gives the case back to us when the answer never left', async () => {
    await answerWithPromise()
    await savePromise(db, { ...PROMISE, state: 'withdrawn', endedAt: 25 })
    expect(await refreshCase(db, id)).toBe('waiting')
    expect(await withdrawOutbox(db, 'out')).toBe(true)
    expect(await refreshCase(db, id)).toBe('open')
    expect(await look()).toMatchObject({ awaiting_since: 10, first_answer_at: null })
  })

  it('keeps what staff decided', async () => {
    await decideCase(db, id, { closedAt: 40 })
    expect(await refreshCase(db, id)).toBe('done')
    await decideCase(db, id, { closedAt: null, setAsideReason: 'by-hand' })
    expect(await refreshCase(db, id)).toBe('set-aside')
    expect(await caseById(db, id)).toMatchObject({ setAsideReason: 'by-hand', closedAt: null })
  })
})

describe('case numbers', () => {
  it('go on after the highest', async () => {
    expect(await nextCaseNumber(db)).toBe(2)
    await insertCase(db, caseOf(41))
    expect(await nextCaseNumber(db)).toBe(42)
  })

  it('belong to one case each', async () => {
    await expect(insertCase(db, { ...caseOf(1), id: 'another' })).rejects.toThrow('UNIQUE')
  })
})
