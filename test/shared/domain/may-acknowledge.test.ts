import { describe, expect, it } from 'vitest'
import { ACKNOWLEDGEMENTS_AN_HOUR, mayAcknowledge } from '../../../src/shared/domain/may-acknowledge.ts'
import type { AcknowledgementSituation } from '../../../src/shared/domain/may-acknowledge.ts'
import { DAY } from '../../../src/shared/domain/time.ts'
import { mailFacts } from '../../support/mail-facts.ts'

const NOW = Date.UTC(2025, 2, 3, 9, 5)
const situation = (given: Partial<AcknowledgementSituation> = {}): AcknowledgementSituation => ({
  own: { addresses: new Set(['info@fietsenvos.example', 'vos@fietsenvos.example']), messageIds: new Set() },
  now: NOW,
  receivedAt: NOW - 1_000,
  firstImport: false,
  setAside: false,
  form: null,
  bouncedAt: () => null,
  sent: { forCase: 0, toAddressToday: () => 0, inLastHour: 0 },
  ...given,
})
const why = (...args: Parameters<typeof mayAcknowledge>) => {
  const decision = mayAcknowledge(...args)
  return decision.ok ? `to ${decision.to}` : decision.why
}
const header = (name: string, value: string) => why(mailFacts({ headers: { [name]: value } }), situation())
const from = (address: string) => why(mailFacts({ from: { name: '', address } }), situation())

describe('mayAcknowledge', () => {
  it('answers a customer', () => {
    expect(why(mailFacts(), situation())).toBe('to piet@klant.example')
  })

  it('answers where the customer asked for it', () => {
    expect(why(mailFacts({ replyTo: [{ name: '', address: 'Thuis@Klant.example' }] }), situation())).toBe(
      'to thuis@klant.example',
    )
  })

  it.each([
    ['Auto-Submitted', 'auto-replied', 'automatic'],
    ['Auto-Submitted', 'auto-replied (vacation)', 'automatic'],
    ['Auto-Submitted', 'Auto-Generated', 'automatic'],
    ['Auto-Submitted', 'auto-notified; owner-email="x"', 'automatic'],
    ['X-Autoreply', 'yes', 'automatic'],
    ['X-Autorespond', 'anything', 'automatic'],
    ['Precedence', 'bulk', 'bulk'],
    ['Precedence', 'junk', 'bulk'],
    ['Precedence', 'auto_reply', 'bulk'],
    ['Precedence', 'List', 'list'],
    ['List-Id', '<x.example>', 'list'],
    ['List-Unsubscribe', '<mailto:u@x.example>', 'list'],
    ['List-Anything', '', 'list'],
    ['X-Auto-Response-Suppress', 'All', 'asks-no-answer'],
    ['X-Auto-Response-Suppress', 'DR, OOF, AutoReply', 'asks-no-answer'],
    ['X-Loop', 'x', 'loop-mark'],
    ['X-Spam-Flag', 'YES', 'spam'],
  ])('keeps silent on %s: %s', (name, value, expected) => {
    expect(header(name, value)).toBe(expected)
  })

  it.each([
    ['Auto-Submitted', 'no'],
    ['Auto-Submitted', 'No (typed)'],
    ['X-Auto-Response-Suppress', 'DR, RN, NRN'],
    ['Precedence', 'first-class'],
    ['X-Spam-Flag', 'NO'],
  ])('is not silenced by %s: %s', (name, value) => {
    expect(header(name, value)).toBe('to piet@klant.example')
  })

  it.each([
    ['mailer-daemon@klant.example', 'system-sender'],
    ['MAILER-DAEMON@klant.example', 'system-sender'],
    ['postmaster@klant.example', 'system-sender'],
    ['abuse@klant.example', 'system-sender'],
    ['root@klant.example', 'system-sender'],
    ['noreply@klant.example', 'no-reply-sender'],
    ['no-reply+12@klant.example', 'no-reply-sender'],
    ['shop-noreply@klant.example', 'no-reply-sender'],
    ['geen-antwoord@klant.example', 'no-reply-sender'],
    ['niet-beantwoorden@klant.example', 'no-reply-sender'],
    ['Info@FietsenVos.example', 'own-mail'],
    ['vos@fietsenvos.example', 'own-mail'],
    ['', 'no-one-to-answer'],
    ['undisclosed', 'no-one-to-answer'],
  ])('keeps silent to %s', (address, expected) => {
    expect(from(address)).toBe(expected)
  })

  it('lets people whose name only looks like a robot pass', () => {
    expect(from('rootje@klant.example')).toBe('to rootje@klant.example')
    expect(from('abusers.fanclub@klant.example')).toBe('to abusers.fanclub@klant.example')
  })

  it('keeps silent on reports, receipts and calendar replies', () => {
    expect(why(mailFacts({ contentType: 'multipart/report' }), situation())).toBe('report')
    const reply = { mediaType: 'text/calendar', text: '', method: 'REPLY' }
    expect(why(mailFacts({ parts: [reply] }), situation())).toBe('report')
    expect(why(mailFacts({ parts: [{ ...reply, method: 'REQUEST' }] }), situation())).toBe('to piet@klant.example')
  })

  it('keeps silent on an empty return path, but not when nobody wrote one', () => {
    expect(why(mailFacts({ returnPath: '' }), situation())).toBe('automatic')
    expect(why(mailFacts({ returnPath: null }), situation())).toBe('to piet@klant.example')
  })

  it('keeps silent on our own mail that came round', () => {
    const own = { addresses: new Set(['info@fietsenvos.example']), messageIds: new Set(['a1@klant.example']) }
    expect(why(mailFacts(), situation({ own }))).toBe('own-mail')
  })

  it('keeps silent when the answer would go to ourselves or to a robot', () => {
    const replyTo = (address: string) => mailFacts({ replyTo: [{ name: '', address }] })
    expect(why(replyTo('info@fietsenvos.example'), situation())).toBe('own-mail')
    expect(why(replyTo('noreply@klant.example'), situation())).toBe('no-reply-sender')
  })

  it('keeps silent when there are several to answer', () => {
    const replyTo = ['a@klant.example', 'b@klant.example'].map((address) => ({ name: '', address }))
    expect(why(mailFacts({ replyTo }), situation())).toBe('no-one-to-answer')
  })

  it('answers only mail to our address', () => {
    const elsewhere = [{ name: '', address: 'els@klant.example' }]
    const us = [{ name: '', address: 'VOS@fietsenvos.example' }]
    expect(why(mailFacts({ to: elsewhere }), situation())).toBe('not-to-us')
    expect(why(mailFacts({ to: [] }), situation())).toBe('not-to-us')
    expect(why(mailFacts({ to: elsewhere, cc: us }), situation())).toBe('to piet@klant.example')
  })

  it('answers only what is new', () => {
    expect(why(mailFacts(), situation({ firstImport: true }))).toBe('first-import')
    expect(why(mailFacts(), situation({ receivedAt: NOW - DAY - 1 }))).toBe('too-old')
    expect(why(mailFacts({ date: NOW - DAY - 1 }), situation())).toBe('too-old')
    expect(why(mailFacts({ date: NOW - DAY }), situation({ receivedAt: NOW - DAY }))).toBe('to piet@klant.example')
    expect(why(mailFacts({ date: NOW + 9 * DAY }), situation())).toBe('to piet@klant.example')
    expect(why(mailFacts({ date: null }), situation())).toBe('to piet@klant.example')
  })

  it('keeps silent on what was set aside or marked as spam', () => {
    expect(why(mailFacts(), situation({ setAside: true }))).toBe('set-aside')
    expect(why(mailFacts({ keywords: ['$Junk'] }), situation())).toBe('spam')
    expect(why(mailFacts({ keywords: ['Junk', 'NonJunk'] }), situation())).toBe('to piet@klant.example')
  })

  it('remembers for 60 days that an address bounced', () => {
    const bounced = (days: number) =>
      situation({ bouncedAt: (to) => (to === 'piet@klant.example' ? NOW - days * DAY : null) })
    expect(why(mailFacts(), bounced(59))).toBe('bounced-lately')
    expect(why(mailFacts(), bounced(60))).toBe('to piet@klant.example')
  })

  it('answers a contact form to its one visitor', () => {
    const form = mailFacts({ from: { name: 'Website', address: 'info@fietsenvos.example' }, returnPath: null })
    expect(why(form, situation({ form: { visitor: 'Els@klant.example' } }))).toBe('to els@klant.example')
    expect(why(form, situation({ form: { visitor: null } }))).toBe('no-one-to-answer')
    expect(why(form, situation({ form: { visitor: 'els@klant.example\r\nBcc: x@y.example' } }))).toBe(
      'no-one-to-answer',
    )
    expect(why(form, situation({ form: { visitor: 'info@fietsenvos.example' } }))).toBe('own-mail')
  })

  it('holds every cap', () => {
    const sent = { forCase: 0, toAddressToday: () => 0, inLastHour: 0 }
    expect(why(mailFacts(), situation({ sent: { ...sent, forCase: 1 } }))).toBe('cap-case')
    expect(
      why(mailFacts(), situation({ sent: { ...sent, toAddressToday: (to) => (to === 'piet@klant.example' ? 1 : 0) } })),
    ).toBe('cap-address')
    expect(why(mailFacts(), situation({ sent: { ...sent, inLastHour: ACKNOWLEDGEMENTS_AN_HOUR } }))).toBe('cap-hour')
    expect(why(mailFacts(), situation({ sent: { ...sent, inLastHour: ACKNOWLEDGEMENTS_AN_HOUR - 1 } }))).toMatch('to ')
  })

  it('ends a storm of auto-replies that look like people, at the caps', () => {
    // A robot that answers everything from new addresses with new subjects and says so in no header.
    let inLastHour = 0
    for (let i = 0; i < 500; i++) {
      const robot = mailFacts({
        from: { name: '', address: `robot${i}@klant.example` },
        subject: `Vraag ${i}`,
        date: NOW,
      })
      const decision = mayAcknowledge(robot, situation({ sent: { forCase: 0, toAddressToday: () => 0, inLastHour } }))
      if (decision.ok) inLastHour += 1
    }
    expect(inLastHour).toBe(20)
  })
})
