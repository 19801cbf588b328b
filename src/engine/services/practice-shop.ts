import type { Business, StaffView } from '../../shared/contract/business.ts'
import type { Mailbox } from '../../shared/contract/mail.ts'
import type { OpenBlock } from '../../shared/domain/calendar.ts'
import type { Instant } from '../../shared/domain/time.ts'
import type { NewCustomer } from '../store/customers.ts'
import type { Chance } from './practice-chance.ts'

// The shop of the practice business and the people who come there. Nobody in it exists: addresses end in .example.

const hours = (from: number, until: number): OpenBlock[] => [{ from: from * 60, until: until * 60 }]

export const PRACTICE_BUSINESS: Business = {
  name: 'Fietsenmakerij De Ketting',
  screenLanguage: 'system',
  replyLanguage: 'nl',
  formOfAddress: 'u',
  zone: 'Europe/Amsterdam',
  country: 'NL',
  region: null,
  weekly: [hours(12, 18), hours(9, 18), hours(9, 18), hours(9, 20), hours(9, 18), hours(9, 17), []],
  closures: [],
  openHolidays: [],
  signature: 'Lange Nieuwstraat 12, Utrecht',
}

const anouk = '018f0000-0000-7000-8000-000000000001'
const bram = '018f0000-0000-7000-8000-000000000002'
const fatima = '018f0000-0000-7000-8000-000000000003'

export const PRACTICE_STAFF: readonly StaffView[] = [
  { id: anouk, name: 'Anouk', colour: 'teal', email: 'anouk@deketting.example', signature: '', active: true },
  { id: bram, name: 'Bram', colour: 'orange', email: 'bram@deketting.example', signature: '', active: true },
  { id: fatima, name: 'Fatima', colour: 'grape', email: 'fatima@deketting.example', signature: '', active: true },
]

const server = (host: string, port: number) =>
  ({ host, port, tls: 'implicit', user: 'info@deketting.example' }) as const

export const PRACTICE_MAILBOX: Mailbox = {
  id: '018f0000-0000-7000-8000-000000000010',
  name: 'Info',
  address: 'info@deketting.example',
  fromName: 'Fietsenmakerij De Ketting',
  aliases: ['werkplaats@deketting.example'],
  imap: server('imap.deketting.example', 993),
  smtp: server('smtp.deketting.example', 465),
  folders: ['INBOX'],
  firstSyncDays: 14,
  active: true,
}

const FIRST =
  `Sanne Daan Emma Lucas Sophie Sem Julia Levi Mila Finn Tess Noah Lotte Jesse Fleur Thijs Roos Lars Eva Bas Maud Ruben
Iris Stijn Anna Tim Sara Jasper Noor Koen Ilse Pieter Marijke Henk Ria Gerard Truus Youssef Amira Mehmet Elif Chen Priya`.split(
    /\s+/,
  )
const LAST =
  `de Jong|Jansen|de Vries|van den Berg|Bakker|van Dijk|Visser|Smit|Meijer|de Boer|Mulder|de Groot|Bos|Vos|Peters|Hendriks|
van Leeuwen|Dekker|Brouwer|de Wit|Dijkstra|Smits|de Graaf|van der Meer|Kok|Jacobs|Vermeulen|van der Linden|Schouten|Hoekstra|Yilmaz|
El Idrissi|Nguyen|Willems|Prins|Huisman|Postma|Kuipers|Veenstra|Wolters`.split(/\|\s*/)
const ENGLISH = [
  'Oliver Reed',
  'Hannah Wells',
  'James Porter',
  'Grace Nolan',
  'Aisha Khan',
  'Liam Byrne',
  'Emily Carter',
  'Tom Ashworth',
]

/** Somebody new. `index` keeps addresses and numbers apart. */
export function inventCustomer(chance: Chance, index: number, english: boolean, at: Instant): NewCustomer {
  const name = english ? chance.pick(ENGLISH) : `${chance.pick(FIRST)} ${chance.pick(LAST)}`
  const mail = `${name.toLowerCase().replace(/[^a-z]+/g, '.')}${index === 0 ? '' : index}@post.example`
  const phone = `+316${String(20_000_000 + ((index * 7_919 + chance.below(7_919)) % 79_999_999))}`
  return {
    id: chance.id(at),
    name,
    company: null,
    notes: '',
    createdAt: at,
    addresses: [
      { kind: 'email', value: mail },
      { kind: 'phone', value: phone },
    ],
  }
}
