import { describe, expect, it } from 'vitest'
import type { MailFacts } from '../../../src/shared/domain/mail-facts.ts'
import { whyNoAnswerNeeded } from '../../../src/shared/domain/set-aside.ts'
import type { OwnMail } from '../../../src/shared/domain/set-aside.ts'
import { mailFacts } from '../../support/mail-facts.ts'

const own: OwnMail = {
  addresses: new Set(['info@fietsenvos.example', 'sanne@fietsenvos.example']),
  messageIds: new Set(['ours-1@fietsenvos.example']),
}
const why = (given: Parameters<typeof mailFacts>[0]) => whyNoAnswerNeeded(mailFacts(given), own)
const calendar = (method: string) => ({ mediaType: 'text/calendar', text: 'BEGIN:VCALENDAR', method })
const from = (address: string, name = '') => ({ from: { name, address } })
const report = (type: string) => ({
  contentType: 'multipart/report',
  contentTypeParameters: new Map([['report-type', type]]),
})

type Given = Parameters<typeof mailFacts>[0]
const ASIDE: readonly (readonly [string, string, Given])[] = [
  // auto-replies
  ['auto-reply', 'says so in its header', { headers: { 'Auto-Submitted': 'auto-replied (vacation)' } }],
  ['auto-reply', 'an autoresponder', { headers: { 'X-Autoreply': 'yes' } }],
  ['auto-reply', 'precedence auto_reply', { headers: { Precedence: 'auto_reply' } }],
  ['auto-reply', 'Outlook nl', { subject: 'Automatisch antwoord: uw offerte', text: 'Ik ben met vakantie.' }],
  ['auto-reply', 'Outlook en', { subject: 'Automatic reply: your quotation', text: '' }],
  ['auto-reply', 'Outlook de', { subject: 'Automatische Antwort: Angebot', text: '' }],
  ['auto-reply', 'Outlook fr', { subject: 'Réponse automatique : devis', text: '' }],
  ['auto-reply', 'Lotus nl', { subject: 'Afwezigheidsmelding: Els de Wit', text: '' }],
  ['auto-reply', 'old de', { subject: 'Abwesenheitsnotiz: Angebot', text: '' }],
  ['auto-reply', 'a tag', { subject: 'Fiets [Auto-Reply]', text: '' }],
  [
    'auto-reply',
    'told by its text, nl',
    { subject: 'Afwezig tot 10 maart', text: 'Ik ben afwezig tot en met 10 maart. Voor spoed belt u Jan.' },
  ],
  [
    'auto-reply',
    'told by its text, en',
    { subject: 'Out of the office', text: "I'm currently out of the office until Monday." },
  ],
  ['auto-reply', 'told by its text, de', { subject: 'Ich bin im Urlaub', text: 'Ich bin bis 10. März im Urlaub.' }],
  ['auto-reply', 'told by its text, fr', { subject: 'Absence', text: 'Je suis actuellement en congés.' }],
  [
    'auto-reply',
    'a receipt robot',
    { subject: 'Wij hebben uw bericht ontvangen', text: 'Dit is een automatisch gegenereerde ontvangstbevestiging.' },
  ],
  [
    'auto-reply',
    'no return path, on our mail',
    { returnPath: '', inReplyTo: ['ours-1@fietsenvos.example'], subject: 'Re: Fiets', text: 'Dank.' },
  ],
  // bounces
  ['bounce', 'a delivery report', { ...report('delivery-status'), ...from('postmaster@k.example') }],
  ['bounce', 'an abuse report', report('feedback-report')],
  ['bounce', 'mailer-daemon', { ...from('MAILER-DAEMON@k.example', 'Mail Delivery System'), subject: 'Hallo' }],
  [
    'bounce',
    'postmaster with no return path',
    { ...from('postmaster@k.example'), returnPath: '', subject: 'Onbestelbaar: fiets' },
  ],
  ['bounce', 'X-Failed-Recipients', { headers: { 'X-Failed-Recipients': 'els@k.example' } }],
  [
    'bounce',
    'a provider that says it in its own name',
    { ...from('support@k.example'), subject: 'Undelivered Mail Returned to Sender', text: '550 5.1.1 user unknown' },
  ],
  [
    'bounce',
    'Exchange nl',
    {
      ...from('x@k.example'),
      returnPath: '',
      subject: 'Onbestelbaar: Re: fiets',
      text: 'Uw bericht kon niet worden bezorgd.',
    },
  ],
  // receipts and calendar
  ['read-receipt', 'a disposition notification', report('disposition-notification')],
  [
    'calendar-reply',
    'accepted',
    {
      subject: 'Geaccepteerd: proefrit',
      text: 'Els de Wit heeft deze uitnodiging geaccepteerd.',
      parts: [calendar('REPLY')],
    },
  ],
  [
    'calendar-reply',
    'accepted, link with a question mark',
    { text: 'Zie https://calendar.example/event?eid=1', parts: [calendar('REPLY')] },
  ],
  // spam
  ['spam', 'a filter said so', { headers: { 'X-Spam-Flag': 'YES' } }],
  ['spam', 'SpamAssassin', { headers: { 'X-Spam-Status': 'Yes, score=9.1 required=5.0' } }],
  ['spam', 'Exchange', { headers: { 'X-MS-Exchange-Organization-SCL': '9' } }],
  ['spam', 'a person or the server', { keywords: ['$Junk'] }],
  ['spam', 'a mail program', { keywords: ['\\Seen', 'Junk'] }],
  ['spam', 'rspamd', { headers: { 'X-Spam': 'Yes' } }],
  ['spam', 'a mark in the subject', { subject: '***SPAM*** win geld' }],
  // lists and bulk
  [
    'list',
    'a mailing list',
    { headers: { 'List-Id': '<fietsers.lists.example>', 'List-Post': '<mailto:fietsers@lists.example>' } },
  ],
  ['list', 'precedence list', { headers: { Precedence: 'list' } }],
  [
    'bulk',
    'a newsletter',
    { ...from('nieuws@groothandel.example'), headers: { 'List-Unsubscribe': '<mailto:u@g.example>' } },
  ],
  ['bulk', 'precedence bulk', { headers: { Precedence: 'bulk' } }],
  ['bulk', 'a receipt', { ...from('noreply@webshop.example'), subject: 'Bestelbevestiging 1234' }],
  ['bulk', 'an invoice', { ...from('no-reply@telecom.example'), subject: 'Uw factuur van maart staat klaar' }],
  [
    'bulk',
    'a system that wants no answer',
    { ...from('noreply@bank.example'), subject: 'Bericht', headers: { 'Auto-Submitted': 'auto-generated' } },
  ],
  // ours
  ['own-mail', 'from our own address', from('Info@FietsenVos.example')],
  ['own-mail', 'our own Message-ID', { messageId: 'ours-1@fietsenvos.example' }],
]

const QUESTIONS: readonly (readonly [string, Given])[] = [
  ['an ordinary question', {}],
  ['an empty mail', { subject: '', text: '', from: null }],
  ['Auto-Submitted: no', { headers: { 'Auto-Submitted': 'no' } }],
  [
    'an answer to our mail with a list header',
    { inReplyTo: ['ours-1@fietsenvos.example'], headers: { 'List-Unsubscribe': '<x>' } },
  ],
  [
    'an answer to our mail that a filter called spam',
    { references: ['ours-1@fietsenvos.example'], headers: { 'X-Spam-Flag': 'YES' } },
  ],
  ['a person who answers an auto-reply', { subject: 'Re: Automatisch antwoord: fiets', text: 'Dank, ik bel Jan.' }],
  [
    'a person who forwards a bounce',
    { subject: 'Fwd: Undelivered Mail Returned to Sender', text: 'Wat is dit? 550 5.1.1 user unknown' },
  ],
  [
    'a person who writes about holidays',
    { subject: 'Afwezig in de vakantie', text: 'Kan ik mijn fiets op 3 mei brengen?' },
  ],
  [
    'a person who will be away',
    { subject: 'Met vakantie', text: 'Wij zijn van 1 tot 14 mei met vakantie. Kunt u de fiets zolang houden?' },
  ],
  ['a person called Postma', from('postma.ster@k.example')],
  ['a postmaster who writes himself', { ...from('postmaster@k.example'), subject: 'Vraag over uw mailserver' }],
  ['an invitation', { subject: 'Uitnodiging: proefrit', parts: [calendar('REQUEST')] }],
  ['another time proposed', { subject: 'Nieuwe tijd voorgesteld', parts: [calendar('COUNTER')] }],
  ['accepted with a question', { text: 'Graag! Mag mijn dochter mee?', parts: [calendar('REPLY')] }],
  ['a delivery that did not come', { subject: 'Niet bezorgd', text: 'Mijn pakket is er nog niet.' }],
  ['asking for a read receipt', { headers: { 'Disposition-Notification-To': 'els@k.example' } }],
  [
    'mail from a colleague by way of our group address',
    {
      headers: {
        'List-Id': '<info.fietsenvos.example>',
        'List-Post': '<mailto:info@fietsenvos.example>',
        Precedence: 'list',
      },
    },
  ],
  [
    'a market place that passes on a question',
    {
      ...from('berichten@markt.example'),
      subject: 'Nieuw bericht van Els over je advertentie',
      replyTo: [{ name: 'Els', address: 'x1@antwoord.markt.example' }],
      headers: { 'List-Unsubscribe': '<x>' },
    },
  ],
  [
    'a robot that speaks for nobody in particular',
    { ...from('noreply@school.example'), subject: 'Vraag over leasefietsen' },
  ],
  [
    'a receipt that a person can be answered about',
    {
      ...from('noreply@webshop.example'),
      subject: 'Bestelbevestiging 1234',
      replyTo: [{ name: 'Els', address: 'els@k.example' }],
    },
  ],
  ['not spam after all', { keywords: ['$Junk', '$NotJunk'] }],
  ['spam score low', { headers: { 'X-MS-Exchange-Organization-SCL': '1', 'X-Spam-Status': 'No, score=0.1' } }],
  ['Exchange asking others for silence', { headers: { 'X-Auto-Response-Suppress': 'All' } }],
  ['no return path alone', { returnPath: '' }],
  [
    'our own form, in our own name',
    { ...from('info@fietsenvos.example'), replyTo: [{ name: 'Els', address: 'els@k.example' }] },
  ],
  [
    'a contact form with a list header and a robot as sender',
    {
      ...from('wordpress@fietsenvos.example'),
      headers: { 'List-Unsubscribe': '<x>', Precedence: 'bulk', 'Auto-Submitted': 'auto-generated' },
      subject: 'Nieuw bericht via het contactformulier',
      text: 'Naam: Els\nE-mail: els@k.example\nBericht:\nIs hij klaar?',
    },
  ],
]

describe('whyNoAnswerNeeded', () => {
  it.each(ASIDE)('sets aside as %s: %s', (reason, _, given) => {
    expect(why(given)).toBe(reason)
  })

  it.each(QUESTIONS)('leaves as a question: %s', (_, given) => {
    expect(why(given)).toBeNull()
  })

  it('reads a megabyte in every place', () => {
    for (const piece of ['a', ' ', '-', 'afwezig ', 'ik ben ', '550 ', 'noreply.', 'Naam:\n', '@']) {
      const huge = piece.repeat(1_000_000 / piece.length)
      const facts: MailFacts = mailFacts({
        subject: huge,
        text: huge,
        html: `<p>${huge}`,
        from: { name: huge, address: huge },
      })
      expect([null, 'bulk', 'auto-reply', 'bounce']).toContain(whyNoAnswerNeeded(facts, own))
    }
  })
})
