import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { businessInput } from '../../src/shared/contract/business.ts'
import type { Business } from '../../src/shared/contract/business.ts'
import { mailboxInput } from '../../src/shared/contract/mail.ts'
import { firstBusiness } from '../../src/renderer/first-start/first-business.ts'
import { clockText, readClock } from '../../src/renderer/settings/clock-text.ts'
import { readDate } from '../../src/renderer/settings/date-text.ts'
import { looksLikeAddress } from '../../src/renderer/settings/mail-address.ts'
import {
  likelyServers,
  mailboxRules,
  newMailboxForm,
  portFor,
  toMailbox,
} from '../../src/renderer/settings/mailbox-form.ts'
import { USUAL_DAY, likeDay, withBlock, withDay, wrongInDay } from '../../src/renderer/settings/week.ts'
import type { Week } from '../../src/renderer/settings/week.ts'

const WEEK: Week = [USUAL_DAY, USUAL_DAY, [{ from: 600, until: 720 }], [], USUAL_DAY, [], []]

describe('a time of day as people type it', () => {
  test.each([
    ['9', 540],
    ['9:00', 540],
    ['9.30', 570],
    ['0930', 570],
    ['930', 570],
    ['17u30', 1050],
    ['17 uur', 1020],
    ['24:00', 1440],
    ['0:00', 0],
  ])('%s', (text, minutes) => {
    expect(readClock(text)).toBe(minutes)
  })

  test.each(['', 'negen', '25:00', '24:01', '9:60', '9:0', '12345', '-1'])('“%s” is none', (text) => {
    expect(readClock(text)).toBeNull()
  })

  test('what is shown is read back as the same', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1440 }), (minutes) => {
        expect(readClock(clockText(minutes))).toBe(minutes)
      }),
    )
  })
})

describe('a day as people type it', () => {
  test.each([
    ['24-12-2026', '2026-12-24'],
    ['4/3/27', '2027-03-04'],
    ['24.12.', '2026-12-24'],
    ['20-11', '2027-11-20'],
    ['22-11', '2026-11-22'],
    ['29-2', null],
    ['29-2-2028', '2028-02-29'],
    ['2026-12-24', '2026-12-24'],
    ['31-4-2027', null],
    ['1-13-2027', null],
    ['kerst', null],
    ['', null],
  ])('%s', (text, date) => {
    expect(readDate(text, '2026-11-22')).toBe(date)
  })
})

describe('a week of opening hours', () => {
  test('says what is wrong with a day', () => {
    expect(wrongInDay([{ from: 600, until: 600 }])).toBe('endsFirst')
    expect(
      wrongInDay([
        { from: 540, until: 720 },
        { from: 700, until: 800 },
      ]),
    ).toBe('overlap')
    expect(wrongInDay([])).toBeNull()
  })

  test('one day is replaced, the others stay', () => {
    expect(withDay(WEEK, 3, USUAL_DAY)).toEqual([...WEEK.slice(0, 3), USUAL_DAY, ...WEEK.slice(4)])
  })

  test('the hours of one day go to every open day, closed days stay closed', () => {
    const like = likeDay(WEEK, 2)
    expect(like.map((day) => day.length)).toEqual(WEEK.map((day) => day.length))
    expect(like[0]).toEqual(WEEK[2])
  })

  test('a break splits the day around lunch', () => {
    expect(withBlock(USUAL_DAY)).toEqual([
      { from: 540, until: 750 },
      { from: 780, until: 1050 },
    ])
  })

  test('a break leaves a day that can be, as far as there is room for one', () => {
    const day = fc
      .tuple(fc.integer({ min: 0, max: 1300 }), fc.integer({ min: 1, max: 60 }))
      .map(([from, length]) => [{ from, until: Math.min(from + length, 1340) }])
    fc.assert(
      fc.property(day, (blocks) => {
        expect(wrongInDay(withBlock(blocks))).toBeNull()
      }),
    )
  })
})

describe('a mailbox', () => {
  const filled = {
    ...newMailboxForm('Van Vliet'),
    address: ' info@vanvliet.nl ',
    password: 'geheim',
    ...likelyServers('info@vanvliet.nl')!,
  }

  test('that was filled in is what the engine takes', () => {
    const mailbox = toMailbox('01890000-0000-7000-8000-000000000001', filled)
    expect(mailboxInput.parse(mailbox)).toEqual(mailbox)
    expect(mailbox).toMatchObject({
      name: 'info',
      address: 'info@vanvliet.nl',
      imap: { host: 'imap.vanvliet.nl', port: 993, tls: 'implicit', user: 'info@vanvliet.nl' },
    })
  })

  test('servers of a known provider are known, others are guessed by their usual names', () => {
    expect(likelyServers('winkel@ZIGGO.nl')).toMatchObject({
      imap: { host: 'imap.ziggo.nl' },
      smtp: { host: 'smtp.ziggo.nl', port: 587, tls: 'starttls' },
    })
    expect(likelyServers('nog geen adres')).toBeNull()
  })

  test('the port follows the way to connect, unless somebody chose one', () => {
    const server = { host: 'h', port: 993, tls: 'implicit', user: '' } as const
    expect(portFor('imap', server, 'starttls')).toBe(143)
    expect(portFor('smtp', { ...server, port: 465 }, 'starttls')).toBe(587)
    expect(portFor('imap', { ...server, port: 1993 }, 'starttls')).toBe(1993)
  })

  test('nothing goes over the network unprotected', () => {
    const { tls } = mailboxRules(true).imap
    const open = { ...filled, imap: { ...filled.imap, tls: 'none' as const } }
    expect(tls('none', open)).toBe('open')
    expect(tls('none', { ...open, imap: { ...open.imap, host: 'localhost' } })).toBeNull()
  })

  test('a password is needed once', () => {
    expect(mailboxRules(false).password('')).toBe('password')
    expect(mailboxRules(true).password('')).toBeNull()
  })

  test.each(['a@b.nl', 'piet.jansen+winkel@mail.bedrijf.co.uk'])('%s is an address', (address) => {
    expect(looksLikeAddress(address)).toBe(true)
  })
  test.each(['', 'piet', 'piet@bedrijf', 'piet @bedrijf.nl', 'a@b.nl, c@d.nl', '<a@b.nl>'])('“%s” is none', (text) => {
    expect(looksLikeAddress(text)).toBe(false)
  })
})

describe('a new business', () => {
  const EMPTY: Business = {
    ...{ name: 'Van Vliet', screenLanguage: 'nl', replyLanguage: 'nl', formOfAddress: 'u', zone: 'Europe/Amsterdam' },
    ...{
      country: 'NL',
      region: null,
      weekly: [[], [], [], [], [], [], []],
      closures: [],
      openHolidays: [],
      signature: '',
    },
  }

  test('is open on weekdays from nine to half past five', () => {
    const { weekly } = firstBusiness(EMPTY, 'Europe/Amsterdam')
    expect(weekly.map((day) => day.length)).toEqual([1, 1, 1, 1, 1, 0, 0])
    expect(weekly[0]).toEqual([{ from: 540, until: 1050 }])
    expect(() => businessInput.parse({ ...EMPTY, weekly })).not.toThrow()
  })

  test('stands where its PC stands', () => {
    expect(firstBusiness(EMPTY, 'Europe/Brussels')).toMatchObject({ zone: 'Europe/Brussels', country: 'BE' })
    expect(firstBusiness(EMPTY, 'America/Chicago')).toMatchObject({ zone: 'America/Chicago', country: 'NL' })
  })

  test.each(['UTC', 'Etc/UTC', 'Etc/GMT+1', ''])('a PC on “%s” says nothing about that', (zone) => {
    expect(firstBusiness(EMPTY, zone)).toMatchObject({ zone: 'Europe/Amsterdam', country: 'NL' })
  })
})
