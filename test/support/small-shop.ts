import { randomUUID } from 'node:crypto'
import type { InputOf } from '../../src/shared/contract/index.ts'
import type { PromiseInput } from '../../src/shared/contract/promises.ts'
import { HOUR } from '../../src/shared/domain/time.ts'
import type { TestEngine } from './context.ts'

// A small shop without a mail server, and short ways to say what happens there.

export const ANNA = '018f0000-0000-7000-8000-0000000000a1'
export const BEN = '018f0000-0000-7000-8000-0000000000b2'
export const MAILBOX = '018f0000-0000-7000-8000-0000000000c3'
export const EVERYTHING = { ownerId: null, channel: null, kind: null } as const

const hours = [{ from: 9 * 60, until: 17 * 60 }]

export const BUSINESS: InputOf<'business.save'> = {
  name: 'De Proef',
  screenLanguage: 'nl',
  replyLanguage: 'nl',
  formOfAddress: 'u',
  zone: 'Europe/Amsterdam',
  country: 'NL',
  region: null,
  weekly: [hours, hours, hours, hours, hours, [], []],
  closures: [],
  openHolidays: [],
  signature: 'De Proef, Utrecht',
}

/** Opens the shop: hours and two people. Anna acts from here on. */
export async function openShop(test: TestEngine): Promise<void> {
  const { ask } = test
  await ask('business.save', BUSINESS)
  await ask('staff.save', { id: ANNA, name: 'Anna', colour: 'teal', email: null, signature: 'Anna', active: true })
  await ask('staff.save', { id: BEN, name: 'Ben', colour: 'blue', email: null, signature: '', active: true })
  test.actor = ANNA
}

export const MAILBOX_SETTINGS: InputOf<'mailbox.save'>['mailbox'] = {
  id: MAILBOX,
  name: 'Info',
  address: 'info@proef.example',
  fromName: '',
  aliases: [],
  imap: { host: 'mail.proef.example', port: 993, tls: 'implicit', user: 'info' },
  smtp: { host: 'mail.proef.example', port: 465, tls: 'implicit', user: 'info' },
  folders: ['INBOX'],
  firstSyncDays: 14,
  active: true,
}

export async function addMailbox({ ask }: TestEngine): Promise<void> {
  await ask('mailbox.save', { mailbox: MAILBOX_SETTINGS, password: 'geheim' })
}

/** A promise by Anna that falls due in an hour, unless said otherwise. */
export function promiseOf(test: TestEngine, more: Partial<PromiseInput> = {}): PromiseInput {
  return { promiseId: randomUUID(), ownerId: ANNA, text: 'Terugbellen', dueAt: test.clock.now() + HOUR, ...more }
}

/** A call that Anna writes down, unless said otherwise. */
export function callOf(more: Partial<InputOf<'contact.log'>> = {}): InputOf<'contact.log'> {
  return {
    contactId: randomUUID(),
    caseId: null,
    kind: 'call-in',
    customer: { name: 'Jan Klant', phone: '06 12345678', email: null },
    text: 'Wanneer is mijn fiets klaar?',
    mood: null,
    outcome: null,
    caseKind: null,
    promise: null,
    keeps: [],
    renegotiates: null,
    ...more,
  }
}

/** A reply by mail to Jan, unless said otherwise. */
export function replyOf(caseId: string, more: Partial<InputOf<'reply.send'>> = {}): InputOf<'reply.send'> {
  return {
    contactId: randomUUID(),
    caseId,
    mailboxId: MAILBOX,
    to: ['jan@klant.example'],
    cc: [],
    subject: 'Re: fiets',
    text: 'Beste Jan, u hoort van ons.',
    promise: null,
    keeps: [],
    renegotiates: null,
    templateId: null,
    closes: false,
    ...more,
  }
}
