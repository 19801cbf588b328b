import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import type { InputOf } from '../../../src/shared/contract/index.ts'
import { startTestEngine } from '../../support/context.ts'
import { expectFailure, temporaryFolder } from '../../support/database.ts'
import type { TestEngine } from '../../support/context.ts'
import { ANNA, BUSINESS, MAILBOX_SETTINGS, openShop } from '../../support/small-shop.ts'

let test: TestEngine
beforeEach(async () => {
  test = await startTestEngine()
})

describe('the business', () => {
  it('is not set until somebody saved it, and has hours all the same', async () => {
    expect(await test.ask('business.get', {})).toMatchObject({ set: false, zone: 'Europe/Amsterdam' })
    await test.ask('business.save', BUSINESS)
    expect(await test.ask('business.get', {})).toMatchObject({ set: true, name: 'De Proef' })
  })

  it('knows its public holidays and closures, and the ones on which it is open', async () => {
    const closures = [{ from: '2026-07-20', until: '2026-07-21', reason: 'Vakantie' }]
    await test.ask('business.save', { ...BUSINESS, closures })
    const { closed } = (await test.ask('business.get', {})).calendar
    expect(closed).toMatchObject({ '2026-04-27': 'Koningsdag', '2026-07-20': 'Vakantie', '2026-07-21': 'Vakantie' })
    await test.ask('business.save', { ...BUSINESS, openHolidays: ['Koningsdag'] })
    const open = (await test.ask('business.get', {})).calendar
    expect(open.closed).not.toHaveProperty('2026-04-27')
    expect(open.closed).not.toHaveProperty('2026-07-20')
  })

  it('knows the same calendar after a restart', async () => {
    const profile = temporaryFolder()
    const first = await startTestEngine({ profile })
    await openShop(first)
    const { calendar } = await first.ask('business.get', {})
    const second = await startTestEngine({ profile })
    expect((await second.ask('business.get', {})).calendar).toEqual(calendar)
  })

  it('names the holidays of a year from today, in both languages', async () => {
    await test.ask('business.save', BUSINESS)
    const holidays = await test.ask('business.holidays', { country: 'NL', region: null })
    expect(holidays[0]).toMatchObject({ date: '2026-04-05' })
    expect(holidays.at(-1)).toMatchObject({ date: '2027-01-01', name: 'Nieuwjaar' })
    expect(holidays.find(({ date }) => date === '2026-12-25')!.names).toContain('Christmas Day')
  })
})

describe('moments', () => {
  beforeEach(() => openShop(test))

  it('are offered within opening hours', async () => {
    const names = (await test.ask('moment.suggest', { ownerId: ANNA })).map(({ name }) => name)
    expect(names).toContain('today-closing')
    expect(names).toContain('tomorrow-noon')
  })

  it('are read from plain words', async () => {
    expect(await test.ask('moment.parse', { text: 'morgen 10:00', language: 'nl' })).toMatchObject({
      at: Date.parse('2026-03-06T10:00:00+01:00'),
    })
    expect(await test.ask('moment.parse', { text: 'zo snel mogelijk', language: 'nl' })).toBeNull()
  })
})

describe('templates', () => {
  it('are the built-in ones in both languages, and our own first', async () => {
    const template = {
      id: randomUUID(),
      kind: 'answer',
      language: 'nl',
      address: 'je',
      title: 'Eigen',
      body: 'Hoi',
    } as const
    await test.ask('template.save', template)
    const [own, ...builtIn] = await test.ask('template.list', {})
    expect(own).toEqual({ ...template, builtIn: false })
    for (const language of ['nl', 'en']) {
      const kinds = builtIn.filter((one) => one.language === language).map(({ kind }) => kind)
      expect(kinds).toEqual(expect.arrayContaining(['acknowledgement', 'holding', 'answer', 'delay', 'apology']))
    }
    await test.ask('template.save', { ...template, title: 'Anders' })
    expect((await test.ask('template.list', {}))[0]!.title).toBe('Anders')
    await test.ask('template.remove', { templateId: template.id })
    expect((await test.ask('template.list', {})).every((one) => one.builtIn)).toBe(true)
  })

  it('come from a file, each once', async () => {
    const one = { kind: 'answer', language: 'nl', address: 'u', title: 'Klaar', body: 'Beste {{customer}}' } as const
    const two = { ...one, title: 'Bijna klaar' }
    expect(await test.ask('template.import', { templates: [one, one, two] })).toEqual({ added: 2, known: 1 })
    expect(await test.ask('template.import', { templates: [two] })).toEqual({ added: 0, known: 1 })
    const own = (await test.ask('template.list', {})).filter(({ builtIn }) => !builtIn)
    expect(own.map(({ title }) => title).toSorted()).toEqual(['Bijna klaar', 'Klaar'])
  })
})

describe('provisioning', () => {
  const provision: InputOf<'provision.apply'>['provision'] = {
    business: { name: 'Uit een bestand' },
    staff: [{ id: ANNA, name: 'Anna', colour: 'teal', email: null, signature: '', active: true }],
    mailboxes: [{ ...MAILBOX_SETTINGS, password: 'geheim' }],
  }

  const everything = async () => ({
    business: await test.ask('business.get', {}),
    staff: await test.ask('staff.list', {}),
    mailboxes: await test.ask('mailbox.list', {}),
  })

  it('sets everything up, and the same file again changes nothing', async () => {
    await test.ask('provision.apply', { provision })
    const first = await everything()
    expect(first).toMatchObject({
      business: { name: 'Uit een bestand', set: true },
      staff: [{ name: 'Anna' }],
      mailboxes: [{ address: 'info@proef.example', hasPassword: true }],
    })
    await test.ask('provision.apply', { provision })
    expect(await everything()).toEqual(first)
  })

  it('leaves alone what the file does not name', async () => {
    await test.ask('business.save', BUSINESS)
    await test.ask('provision.apply', { provision: { business: { name: 'Nieuw' } } })
    expect(await test.ask('business.get', {})).toMatchObject({ ...BUSINESS, name: 'Nieuw' })
  })

  it.each([
    ['a zone that is none', { business: { zone: 'Mars/Olympus' } }, 'provision.business.zone'],
    ['a mailbox without a password', { mailboxes: [MAILBOX_SETTINGS] }, 'provision.mailboxes.0.password'],
    ['a word too many', { colour: 'red' }, 'provision'],
    [
      'hours that overlap',
      {
        business: {
          weekly: [
            [
              { from: 1, until: 9 },
              { from: 5, until: 10 },
            ],
            [],
            [],
            [],
            [],
            [],
            [],
          ],
        },
      },
      'provision.business.weekly.0',
    ],
  ])('names the field of %s', async (_what, bad, field) => {
    const failure = expectFailure(await test.call('provision.apply', { provision: bad } as never))
    expect(failure).toMatchObject({ code: 'bad-input', detail: { field } })
    expect((await test.ask('business.get', {})).set).toBe(false)
  })

  it('wants passwords that are resolved', async () => {
    const { mailboxes } = { mailboxes: [{ ...MAILBOX_SETTINGS, passwordEnv: 'GEHEIM' }] }
    const failure = expectFailure(await test.call('provision.apply', { provision: { mailboxes } }))
    expect(failure).toMatchObject({ code: 'provision-invalid', detail: { field: 'mailboxes.0.passwordEnv' } })
  })

  it('leaves no password in the database or the log', async () => {
    await test.ask('provision.apply', {
      provision: { mailboxes: [{ ...MAILBOX_SETTINGS, password: 'zeer-geheim-woord' }] },
    })
    const { readFileSync, readdirSync } = await import('node:fs')
    for (const file of readdirSync(test.profile)) {
      expect(readFileSync(`${test.profile}/${file}`).includes('zeer-geheim-woord'), file).toBe(false)
    }
    expect(test.log.lines.join('\n')).not.toContain('zeer-geheim-woord')
  })
})
