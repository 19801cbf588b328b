import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readContactForm } from '../../../src/shared/domain/contact-form.ts'
import { htmlToText } from '../../../src/shared/domain/html-to-text.ts'
import { mailFacts } from '../../support/mail-facts.ts'

type Given = Parameters<typeof mailFacts>[0]
const site = { name: 'Fietsen Vos', address: 'wordpress@fietsenvos.example' }
const els = { name: 'Els de Wit', address: 'els@klant.example' }
/** A mail that has HTML only, as the mail side reads it. */
const html = (source: string): Given => ({ html: source, text: htmlToText(source) })
const rows = (cells: readonly (readonly [string, string])[], row: (label: string, value: string) => string) =>
  `<html><body><table>${cells.map(([label, value]) => row(label, value)).join('')}</table></body></html>`

const NL = [
  ['Naam', 'Els de Wit'],
  ['E-mailadres', '<a href="mailto:els@klant.example">els@klant.example</a>'],
  ['Telefoonnummer', '06-12345678'],
  ['Bericht', 'Mijn fiets is stuk.<br />Kan ik morgen langskomen?'],
] as const
const EN = [
  ['Name', 'Els de Wit'],
  ['Email', 'els@klant.example'],
  ['Phone', '06-12345678'],
  ['Comment or Message', 'Mijn fiets is stuk.<br>Kan ik morgen langskomen?'],
] as const

const FORMS: readonly (readonly [string, Given])[] = [
  [
    'Contact Form 7',
    {
      from: site,
      replyTo: [els],
      subject: 'Fietsen Vos "Fiets"',
      text: 'From: Els de Wit els@klant.example\nSubject: Fiets\nPhone: 06-12345678\n\nMessage Body:\nMijn fiets is stuk.\nKan ik morgen langskomen?\n\n-- \nThis is a notification that a contact form was submitted on your website (Fietsen Vos https://fietsenvos.example).',
    },
  ],
  [
    'Contact Form 7 in Dutch',
    {
      from: site,
      replyTo: [els],
      text: 'Van: Els de Wit <els@klant.example>\nTelefoon: 06-12345678\nOnderwerp: Fiets\n\nBericht inhoud:\nMijn fiets is stuk.\nKan ik morgen langskomen?\n\n--\nDeze e-mail is verstuurd via het contactformulier op Fietsen Vos',
    },
  ],
  [
    'Gravity Forms',
    {
      from: site,
      replyTo: [els],
      subject: 'Nieuwe inzending van Contact',
      ...html(
        rows(
          NL,
          (label, value) =>
            `<tr bgcolor="#EAF2FA"><td colspan="2"><font><strong>${label}</strong></font></td></tr><tr bgcolor="#FFFFFF"><td width="20">&nbsp;</td><td><font>${value}</font></td></tr>`,
        ),
      ),
    },
  ],
  [
    'WPForms',
    {
      from: site,
      replyTo: [els],
      subject: 'New Entry: Contact',
      ...html(rows(EN, (label, value) => `<tr><td><strong>${label}</strong></td></tr><tr><td>${value}</td></tr>`)),
    },
  ],
  [
    'WPForms as text',
    {
      from: site,
      text: '--- Name ---\n\nEls de Wit\n\n--- Email ---\n\nels@klant.example\n\n--- Phone ---\n\n06-12345678\n\n--- Comment or Message ---\n\nMijn fiets is stuk.\nKan ik morgen langskomen?\n',
    },
  ],
  [
    'Elementor',
    {
      from: { name: 'Fietsen Vos', address: 'info@fietsenvos.example' },
      replyTo: [els],
      subject: 'New message from "Fietsen Vos"',
      ...html(
        'Name: Els de Wit<br>Email: els@klant.example<br>Telefoon: 06-12345678<br>Message: Mijn fiets is stuk.<br>Kan ik morgen langskomen?<br><br>---<br><br>Date: maart 3, 2025<br>Time: 10:14<br>Page URL: https://fietsenvos.example/contact/<br>User Agent: Mozilla/5.0<br>Remote IP: 192.0.2.1<br>Powered by: Elementor<br>',
      ),
    },
  ],
  [
    'Elementor without its rule',
    {
      from: site,
      text: 'Naam: Els de Wit\nE-mail: els@klant.example\nTelefoon: 06-12345678\nBericht: Mijn fiets is stuk.\nKan ik morgen langskomen?\nPagina URL: https://fietsenvos.example\nExterne IP: 192.0.2.1\nMogelijk gemaakt door: Elementor',
    },
  ],
  [
    'Ninja Forms',
    { from: site, replyTo: [els], ...html(rows(NL, (label, value) => `<tr><td>${label}:</td><td>${value}</td></tr>`)) },
  ],
  [
    'Formidable',
    {
      from: site,
      ...html(rows(EN, (label, value) => `<tr style="x"><th scope="row">${label}</th><td>${value}</td></tr>`)),
      subject: 'Formidable: Contact Us',
    },
  ],
  [
    'Wix',
    {
      from: { name: 'Fietsen Vos', address: 'notifications@wix-forms.example' },
      replyTo: [els],
      subject: 'Els de Wit submitted your form',
      text: 'Fietsen Vos has a new submission\n\nMessage Details:\nName: Els de Wit\nEmail: els@klant.example\nPhone: 06-12345678\nMessage: Mijn fiets is stuk.\nKan ik morgen langskomen?\n\n---\nReply within the dashboard',
    },
  ],
  [
    'Jimdo',
    {
      from: { name: 'Jimdo', address: 'no-reply@jimdo.example' },
      replyTo: [els],
      subject: 'Bericht via https://fietsenvos.example',
      text: 'Beste eigenaar,\n\nU heeft een bericht ontvangen via uw website.\n\nNaam: Els de Wit\nE-mail: els@klant.example\nTelefoon: 06-12345678\nBericht: Mijn fiets is stuk.\nKan ik morgen langskomen?\n',
    },
  ],
  [
    'Shopify',
    {
      from: { name: 'Fietsen Vos (Shopify)', address: 'mailer@shopify.example' },
      replyTo: [els],
      subject: 'New customer message on March 3, 2025',
      text: "You received a new message from your online store's contact form.\n\nCountry Code:\nNL\n\nName:\nEls de Wit\n\nEmail:\nels@klant.example\n\nPhone:\n06-12345678\n\nBody:\nMijn fiets is stuk.\nKan ik morgen langskomen?\n",
    },
  ],
  [
    'Lightspeed',
    {
      from: { name: 'Fietsen Vos', address: 'info@fietsenvos.example' },
      replyTo: [els],
      subject: 'Contactformulier',
      ...html(
        '<p>Er is een bericht verstuurd via het contactformulier.</p><p><strong>Naam:</strong> Els de Wit<br/><strong>E-mail:</strong> els@klant.example<br/><strong>Telefoonnummer:</strong> 06-12345678<br/><strong>Onderwerp:</strong> Fiets<br/><strong>Vraag:</strong><br/>Mijn fiets is stuk.<br/>Kan ik morgen langskomen?</p>',
      ),
    },
  ],
  [
    'RSForm',
    {
      from: els,
      subject: 'Contact',
      ...html(
        '<p>Hello admin, a new submission arrived.</p><ul><li><b>Full Name</b>: Els de Wit</li><li><b>E-mail Address</b>: els@klant.example</li><li><b>Telephone</b>: 06-12345678</li><li><b>Your message (required)</b>: Mijn fiets is stuk.<br>Kan ik morgen langskomen?</li></ul>',
      ),
    },
  ],
  [
    'a mailto script',
    {
      from: { name: '', address: 'www-data@web12.hoster.example' },
      subject: 'formulier',
      text: 'naam=Els de Wit\nemail=els@klant.example\ntelefoon=06-12345678\nvraag=Mijn fiets is stuk.\nKan ik morgen langskomen?',
    },
  ],
  [
    'a form that asks for first and last name',
    {
      from: site,
      text: 'Voornaam: Els\nAchternaam: de Wit\nUw e-mailadres (verplicht): els@klant.example\nTel.: 06-12345678\nWaarmee kunnen we je helpen?\nMijn fiets is stuk.\nKan ik morgen langskomen?',
    },
  ],
]

describe('readContactForm', () => {
  it.each(FORMS)('reads %s', (_, given) => {
    const form = readContactForm(mailFacts(given))
    expect(form?.visitor).toMatchObject({ name: 'Els de Wit', email: 'els@klant.example', phone: '06-12345678' })
    expect(form?.question).toBe('Mijn fiets is stuk.\nKan ik morgen langskomen?')
    expect(form?.confidence).toBe('sure')
  })

  it('keeps what people write in a message, labels and all', () => {
    const message = 'Vraag 1: is hij klaar?\nDatum: 3 mei\nTelefoon: liever niet\n\nGroet, Els'
    const text = `Naam: Els\nE-mail: els@klant.example\nTelefoon: 06-12345678\nBericht: ${message}`
    expect(readContactForm(mailFacts({ from: site, text }))?.question).toBe(message)
  })

  it('reads fields that come after the message', () => {
    const text = 'Bericht: Is hij klaar?\nNaam: Els\nE-mail: els@klant.example'
    expect(readContactForm(mailFacts({ from: site, text }))).toMatchObject({
      visitor: { name: 'Els', email: 'els@klant.example' },
      question: 'Is hij klaar?',
    })
  })

  it('reads a form without an address, and one without a message', () => {
    const phoneOnly = 'Naam: Els\nTelefoon: 06-12345678\nVraag: Bel mij'
    expect(
      readContactForm(mailFacts({ from: site, text: phoneOnly, subject: 'Contactformulier' }))?.visitor,
    ).toMatchObject({
      email: null,
      phone: '06-12345678',
    })
    const callMe = 'Naam: Els\nE-mail: els@klant.example\nTelefoon: 06-12345678\nOnderwerp: Terugbellen'
    expect(readContactForm(mailFacts({ from: site, replyTo: [els], text: callMe }))?.question).toContain(
      'Onderwerp: Terugbellen',
    )
    const little = mailFacts({ from: site, text: 'Naam: Els\nTelefoon: 06-12345678', subject: 'Terugbelverzoek' })
    expect(readContactForm(little)).toMatchObject({
      visitor: { name: 'Els', email: null, phone: '06-12345678' },
      question: 'Naam: Els\nTelefoon: 06-12345678',
    })
  })

  it('takes no robot in Reply-To for the visitor', () => {
    const text = 'Naam: Els\nE-mail: els@klant.example\nBericht: Hallo'
    const replyTo = [{ name: '', address: 'noreply@hoster.example' }]
    expect(readContactForm(mailFacts({ from: site, text, replyTo }))?.addresses).toEqual(['els@klant.example'])
  })

  describe('lets a person choose', () => {
    const text = 'Naam: Els\nE-mail: els@klant.example\nBericht: Hallo'
    it.each<[string, Given]>([
      [
        'when Reply-To and the form differ',
        { from: site, text, replyTo: [{ name: '', address: 'jan@klant.example' }] },
      ],
      ['when two addresses are named', { from: site, text: `${text}\nE-mail: jan@klant.example` }],
      ['when a name smuggles in a second address', { from: site, text: `Naam: x\nE-mail: jan@klant.example\n${text}` }],
      ['when one field holds two', { from: site, text: text.replace('els@', 'jan@klant.example, els@') }],
      ['when a stranger sends it in the name of another', { from: { name: '', address: 'x@spoof.example' }, text }],
    ])('%s', (_, given) => {
      const form = readContactForm(mailFacts({ ...given, to: [{ name: '', address: 'info@fietsenvos.example' }] }))
      expect(form).toMatchObject({ confidence: 'ambiguous', visitor: { email: null } })
      expect(form?.addresses).toContain('els@klant.example')
    })
  })

  it.each<[string, Given]>([
    ['a letter', {}],
    [
      'a letter with a card below',
      { text: 'Is hij klaar?\n\nGroet,\nEls\nTel: 06-12345678\nE-mail: els@klant.example\nWebsite: www.klant.example' },
    ],
    ['a letter about forms', { text: 'Uw contactformulier werkt niet. Mijn vraag: is hij klaar?' }],
    [
      'quoted history',
      {
        text: 'Prima.\n\nVan: Vos <info@fietsenvos.example>\nVerzonden: maandag\nAan: Els <els@klant.example>\nOnderwerp: Fiets\n\nHallo',
      },
    ],
    [
      'a forwarded mail',
      { text: 'FYI\n\nFrom: Jan <jan@klant.example>\nSent: Monday\nTo: Els\nSubject: Fiets\n\nHallo' },
    ],
    ['a newsletter', { text: 'Nieuws!\nNaam: van de week: Gazelle\nKorting: 10%' }],
    ['nothing', { text: '', html: '' }],
  ])('is no form: %s', (_, given) => {
    expect(readContactForm(mailFacts(given))).toBeNull()
  })

  it('names one address only when it is sure or likely, and never one that is none', () => {
    const piece = fc.constantFrom(
      'Naam',
      'E-mail',
      'Bericht',
      'Telefoon',
      ': ',
      '=',
      '\t',
      '\n',
      '\n\n',
      'els@k.example',
      'a@b',
      '--',
      'Page URL',
      'x',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 50 }), (pieces) => {
        const form = readContactForm(mailFacts({ from: site, text: pieces.join('') }))
        if (form === null) return
        expect(form.visitor.email === null || form.addresses.length === 1).toBe(true)
        for (const address of form.addresses) expect(address).toMatch(/^[^\s@]+@[^\s@]+\.[^\s@]+$/)
      }),
    )
  })

  it.each(['Naam: ', 'Naam\n', 'E-mail: a@', '(', '[x', ' *', ':', 'Bericht: x\n', 'uw '])(
    'reads a megabyte of %j',
    (piece) => {
      const text = `Naam: Els\nE-mail: els@klant.example\nBericht: x ${piece.repeat(1_000_000 / piece.length)}`
      expect(readContactForm(mailFacts({ from: site, text, html: text }))?.visitor.name).toBe('Els')
    },
  )
})
