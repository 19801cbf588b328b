import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readBounce } from '../../../src/shared/domain/bounce.ts'
import { mailFacts } from '../../support/mail-facts.ts'

const status = (text: string) => ({ mediaType: 'message/delivery-status', text, method: null })
const returned = (text: string) => ({ mediaType: 'message/rfc822', text, method: null })

describe('readBounce', () => {
  it('reads a delivery report', () => {
    const bounce = readBounce(
      mailFacts({
        contentType: 'multipart/report',
        text: 'Sorry.',
        parts: [
          status(
            'Reporting-MTA: dns; mx.klant.example\r\nArrival-Date: Mon, 3 Mar 2025 10:00:00 +0100\r\n\r\n' +
              'Final-Recipient: rfc822; Els@Klant.example\r\nAction: failed\r\nStatus: 5.1.1\r\n' +
              'Diagnostic-Code: smtp; 550 5.1.1 <els@klant.example>:\r\n  Recipient address rejected\r\n',
          ),
          returned(
            'Received: x\r\nMessage-ID: <ours-1@fietsenvos.example>\r\nSubject: Re: fiets\r\n\r\nMessage-ID: <quoted@x.example>\r\n',
          ),
        ],
      }),
    )
    expect(bounce).toEqual({
      originalIds: ['ours-1@fietsenvos.example'],
      recipients: [
        {
          address: 'els@klant.example',
          status: '5.1.1',
          permanent: true,
          diagnostic: '550 5.1.1 <els@klant.example>: Recipient address rejected',
        },
      ],
    })
  })

  it.each([
    ['failed', '5.1.1', true],
    ['failed', '4.4.7', true],
    ['delayed', '4.4.1', false],
    ['delayed', '5.0.0', false],
    ['', '4.2.2', false],
    ['', '5.2.2', true],
    ['', '', true],
  ])('calls action %j with status %j permanent: %s', (action, code, permanent) => {
    const [one] = readBounce(
      mailFacts({ parts: [status(`Final-Recipient: rfc822;a@k.example\nAction: ${action}\nStatus: ${code}`)] }),
    ).recipients
    expect(one?.permanent).toBe(permanent)
  })

  it('names nobody when all arrived', () => {
    const parts = [status('Final-Recipient: rfc822;a@k.example\nAction: delivered\nStatus: 2.0.0')]
    expect(readBounce(mailFacts({ text: 'Sent on to b@k.example', parts })).recipients).toEqual([])
  })

  it('prefers the address that we wrote to over the one it was forwarded to', () => {
    const parts = [
      status('Original-Recipient: rfc822;a@k.example\nFinal-Recipient: rfc822;b@elsewhere.example\nAction: failed'),
    ]
    expect(readBounce(mailFacts({ parts })).recipients.map((one) => one.address)).toEqual(['a@k.example'])
  })

  it('reads several recipients once each', () => {
    const block = (address: string) => `Final-Recipient: rfc822;${address}\nAction: failed\nStatus: 5.0.0`
    const parts = [
      status(['Reporting-MTA: x', block('a@k.example'), block('b@k.example'), block('A@k.example')].join('\n\n')),
    ]
    expect(readBounce(mailFacts({ parts })).recipients.map((one) => one.address)).toEqual([
      'a@k.example',
      'b@k.example',
    ])
  })

  it('reads the free text of older servers', () => {
    const text = `This message was created automatically by mail delivery software.

A message that you sent could not be delivered to one or more of its recipients.
The following address(es) failed:

  els@klant.example
    SMTP error from remote mail server after RCPT TO:<els@klant.example>:
    host mx.klant.example [192.0.2.1]: 550 No such user here

------ This is a copy of the message, including all the headers. ------

Return-path: <info@fietsenvos.example>
Message-ID: <ours-2@fietsenvos.example>
To: els@klant.example
Cc: other@klant.example
`
    const bounce = readBounce(mailFacts({ text }))
    expect(bounce.originalIds).toContain('ours-2@fietsenvos.example')
    expect(bounce.recipients).toEqual([
      {
        address: 'els@klant.example',
        status: '5.0.0',
        permanent: true,
        diagnostic: 'host mx.klant.example [192.0.2.1]: 550 No such user here',
      },
    ])
  })

  it('knows a warning from a failure in free text', () => {
    const text = 'Bezorging aan els@klant.example is vertraagd. Er wordt opnieuw geprobeerd.\n451 4.7.1 Greylisted'
    expect(readBounce(mailFacts({ text })).recipients).toMatchObject([
      { address: 'els@klant.example', permanent: false, status: '4.7.1' },
    ])
  })

  it('reads X-Failed-Recipients', () => {
    const facts = mailFacts({
      headers: { 'X-Failed-Recipients': 'els@klant.example' },
      text: 'Mail to someone@else.example failed',
    })
    expect(readBounce(facts).recipients.map((one) => one.address)).toEqual(['els@klant.example'])
  })

  it('takes the thread when the mail itself is not there, and never its own id', () => {
    const facts = mailFacts({
      messageId: 'report@k.example',
      inReplyTo: ['ours-3@f.example', 'report@k.example'],
      text: '',
    })
    expect(readBounce(facts).originalIds).toEqual(['ours-3@f.example'])
  })

  it('does not mistake a Message-ID for a recipient', () => {
    const text = 'Failed: els@klant.example\nMessage-Id: <14a3e1@fietsenvos.example>'
    const bounce = readBounce(mailFacts({ text }))
    expect(bounce.recipients.map((one) => one.address)).toEqual(['els@klant.example'])
    expect(bounce.originalIds).toEqual(['14a3e1@fietsenvos.example'])
  })

  it('reads a report whose fields ended up in its text', () => {
    const text =
      'Reporting-MTA: dns; mx\n\nAction: delayed\nStatus: 4.4.7\nFinal-Recipient: rfc822;els@klant.example\n\nReturn-Path: x'
    expect(readBounce(mailFacts({ text })).recipients).toMatchObject([
      { address: 'els@klant.example', status: '4.4.7', permanent: false },
    ])
  })

  it('does not mistake a version or an address for a status', () => {
    const text = 'Server 192.0.2.55 (Exim 4.94.2.1) refused els@klant.example'
    expect(readBounce(mailFacts({ text })).recipients[0]?.status).toBeNull()
  })

  it('makes something of anything', () => {
    const piece = fc.constantFrom(
      'Final-Recipient: ',
      'rfc822;',
      'a@b.example',
      'Action: failed',
      '\n',
      '\r\n\r\n',
      'Status: 5.1.1',
      'Message-ID: <x@y>',
      ': ',
      '\0',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const text = pieces.join('')
        const bounce = readBounce(mailFacts({ text, parts: [status(text), returned(text)] }))
        for (const one of bounce.recipients) expect(one.address).toMatch(/^\S+@b\.example\S*$/)
      }),
    )
  })

  it.each(['a@', '@', 'Message-ID: ', '5.1.1 ', '550 ', '\n ', 'x', 'a.', '<'])('reads a megabyte of %j', (piece) => {
    const text = piece.repeat(1_000_000 / piece.length)
    expect(readBounce(mailFacts({ text, parts: [status(text), returned(text)] })).originalIds).toEqual([])
  })
})
