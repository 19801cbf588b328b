import type { NewCase } from '../../../src/engine/store/cases.ts'
import { insertCustomer } from '../../../src/engine/store/customers.ts'
import type { Contact } from '../../../src/engine/store/contacts.ts'
import type { Db } from '../../../src/engine/store/database.ts'
import { saveStaff } from '../../../src/engine/store/staff.ts'

// The least that a row needs in the tests of the store.

export const CUSTOMER = 'customer-1'
export const STAFF = ['staff-1', 'staff-2'] as const

export async function insertPeople(db: Db): Promise<void> {
  const customer = { id: CUSTOMER, name: 'Jan', company: null, notes: '', createdAt: 0, addresses: [] }
  await insertCustomer(db, customer)
  for (const id of STAFF) {
    await saveStaff(db, { id, name: id, colour: 'blue', email: null, signature: '', active: true }, 0)
  }
}

export function caseOf(number: number, more: Partial<NewCase> = {}): NewCase {
  return {
    id: `case-${String(number).padStart(6, '0')}`,
    number,
    customerId: CUSTOMER,
    subject: 'Fiets',
    subjectKey: 'fiets',
    kind: 'question',
    channel: 'mail',
    ownerId: null,
    mailboxId: null,
    openedAt: 0,
    setAsideReason: null,
    ...more,
  }
}

export function contactOf(id: string, caseId: string, more: Partial<Contact> = {}): Contact {
  return {
    id,
    caseId,
    customerId: CUSTOMER,
    kind: 'mail-in',
    at: 0,
    recordedAt: more.at ?? 0,
    staffId: null,
    fromAddress: null,
    to: [],
    subject: null,
    text: '',
    quoted: '',
    hasHtml: false,
    unreadable: false,
    automatic: false,
    mood: null,
    outcome: null,
    rawId: null,
    messageId: null,
    references: [],
    ...more,
  }
}
