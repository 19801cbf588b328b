import type { Dovecot } from '../../support/dovecot.ts'
import type { TestSmtp } from '../../support/smtp.ts'

// A shop to set up with --provision: open day and night, so that no test depends on the hour at which it runs.

export const MAILBOX = '0192f000-0000-7000-8000-000000000010'
export const SANNE = '0192f000-0000-7000-8000-000000000001'
export const JOOST = '0192f000-0000-7000-8000-000000000002'

const ALWAYS_OPEN = Array.from({ length: 7 }, () => [{ from: 0, until: 1_440 }])

export function provisionFor(dovecot: Dovecot, smtp: TestSmtp, screenLanguage: 'nl' | 'en' = 'nl') {
  return {
    business: {
      name: 'Fietsenwinkel De Ketting',
      screenLanguage,
      replyLanguage: 'nl',
      formOfAddress: 'u',
      zone: 'Europe/Amsterdam',
      country: 'NL',
      region: null,
      weekly: ALWAYS_OPEN,
      closures: [],
      openHolidays: [],
      signature: 'Lange Nieuwstraat 12, Utrecht',
    },
    staff: [
      { id: SANNE, name: 'Sanne', colour: 'teal', email: null, signature: '', active: true },
      { id: JOOST, name: 'Joost', colour: 'orange', email: null, signature: '', active: true },
    ],
    mailboxes: [
      {
        id: MAILBOX,
        name: 'info',
        address: dovecot.user,
        fromName: 'Fietsenwinkel De Ketting',
        aliases: [],
        imap: dovecot.settings(),
        smtp: smtp.settings(),
        folders: ['INBOX'],
        firstSyncDays: 14,
        active: true,
        passwordEnv: 'SHOP_PASSWORD',
      },
    ],
  }
}
