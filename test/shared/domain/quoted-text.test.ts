import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { splitQuoted } from '../../../src/shared/domain/quoted-text.ts'

/** Every way in which mail programs introduce what they answer. */
const INTRODUCTIONS = [
  'Op ma 3 mrt 2025 om 10:14 schreef Fietsen Vos <info@fietsenvos.example>:',
  'Op 3-3-2025 om 10:14 schreef Fietsen Vos:',
  'Op maandag 3 maart 2025 om 10:14:02 +0100 heeft Fietsen Vos <info@fietsenvos.example> het volgende\ngeschreven:',
  'Op 3 mrt. 2025 om 10:14 heeft Fietsen Vos <info@fietsenvos.example> het volgende geschreven:',
  'On Mon, Mar 3, 2025 at 10:14 AM Fietsen Vos <info@fietsenvos.example> wrote:',
  'On Mon, 3 Mar 2025 at 10:14, Fietsen Vos <info@fietsenvos.example>\nwrote:',
  'Am 03.03.2025 um 10:14 schrieb Fietsen Vos:',
  'Le lun. 3 mars 2025 à 10:14, Fietsen Vos <info@fietsenvos.example> a écrit :',
  'Fietsen Vos <info@fietsenvos.example> schreef op 3 maart 2025 10:14:',
]
const BLOCKS = [
  '-----Oorspronkelijk bericht-----\nVan: Fietsen Vos\nVerzonden: maandag 3 maart 2025 10:14\nAan: Els\nOnderwerp: Fiets',
  'Van: Fietsen Vos <info@fietsenvos.example>\nVerzonden: maandag 3 maart 2025 10:14\nAan: Els <els@k.example>\nOnderwerp: RE: Fiets',
  '________________________________\nVan: Fietsen Vos <info@fietsenvos.example>\nVerzonden: maandag 3 maart 2025 10:14\nAan: Els\nOnderwerp: Fiets',
  'From: Fietsen Vos <info@fietsenvos.example>\nSent: Monday, March 3, 2025 10:14\nTo: Els\nSubject: Fiets',
  '*Van:* Fietsen Vos <info@fietsenvos.example>\n*Datum:* 3 maart 2025\n*Aan:* Els\n*Onderwerp:* Fiets',
  'Von: Fietsen Vos\nGesendet: Montag, 3. März 2025\nAn: Els\nBetreff: Fiets',
]

describe('splitQuoted', () => {
  it.each(INTRODUCTIONS)('folds marked history under "%s"', (introduction) => {
    const text = `Vrijdag is prima.\n\nEls\n\n${introduction}\n\n> Past vrijdag u?\n>\n> Sanne`
    const split = splitQuoted(text)
    expect(split.fresh).toBe('Vrijdag is prima.\n\nEls')
    expect(split.quoted).toContain(introduction.split('\n')[0])
    expect(split.quoted).toContain('> Sanne')
  })

  it.each([...INTRODUCTIONS, ...BLOCKS])('folds unmarked history under "%s"', (introduction) => {
    const split = splitQuoted(`Vrijdag is prima.\n\n${introduction}\n\nPast vrijdag u?\nSanne`)
    expect(split.fresh).toBe('Vrijdag is prima.')
    expect(split.quoted).toContain('Sanne')
  })

  it('keeps an answer under the quote', () => {
    const split = splitQuoted('Op 3-3-2025 om 10:14 schreef Sanne:\n> Past vrijdag u?\n\nJa, prima.\nEls')
    expect(split.fresh).toBe('Ja, prima.\nEls')
  })

  it('keeps the questions with answers written between them', () => {
    const split = splitQuoted('Hoi,\n\n> Past vrijdag?\nJa.\n> En het slot?\nOok stuk.\n\n> Groet, Sanne')
    expect(split.fresh).toBe('Hoi,\n\n> Past vrijdag?\nJa.\n> En het slot?\nOok stuk.')
    expect(split.quoted).toBe('> Groet, Sanne')
  })

  it('shows a mail that is only history as it is', () => {
    const forward =
      'Van: Els <els@k.example>\nVerzonden: maandag 3 maart 2025\nAan: Jan\nOnderwerp: Fiets\n\nIs hij klaar?'
    expect(splitQuoted(forward)).toEqual({ fresh: forward, quoted: '', signature: null })
  })

  it('shows what was forwarded: it is news to us', () => {
    const text =
      'Zie hieronder.\n\n---------- Forwarded message ---------\nVan: Jan <jan@k.example>\nDate: ma 3 mrt 2025\nSubject: Fiets\nTo: Els\n\nHij is stuk.'
    expect(splitQuoted(text).fresh).toBe(text)
  })

  it.each([
    'Op 3 maart schreef ik u het volgende:\nmijn fiets is stuk.',
    'Op maandag 3 maart om 10:14 heb ik u geschreven:\ngeen antwoord.',
    'Van: Amsterdam\nNaar: Utrecht\nGraag een offerte.',
    'Mijn vragen:\n- Op welke dag bent u open?\n- Wat kost het?',
    'Er stond: "On demand", zij wrote:\nniets.',
    'Prijs > 100 euro is te veel.',
    'Hallo,\n--------\nVeel streepjes hier.\nEls',
  ])('leaves a letter alone: %j', (text) => {
    expect(splitQuoted(text)).toEqual({ fresh: text, quoted: '', signature: null })
  })

  it('folds a signature and tells it apart', () => {
    const split = splitQuoted(
      'Is hij klaar?\n\n-- \nEls de Wit\n06 12345678\n\nOp 3-3-2025 om 10:14 schreef Sanne:\n> Hallo',
    )
    expect(split.fresh).toBe('Is hij klaar?')
    expect(split.signature).toBe('Els de Wit\n06 12345678')
    expect(split.quoted).toMatch(/Els de Wit[^]*> Hallo/)
  })

  it('leaves greeting and name, and folds the card below', () => {
    const card = 'Directeur\nTel. 020 624 1111\nwww.dewit.example | KvK 12345678'
    const split = splitQuoted(`Is hij klaar?\n\nMet vriendelijke groet,\n\nEls de Wit\n${card}`)
    expect(split.fresh).toBe('Is hij klaar?\n\nMet vriendelijke groet,\n\nEls de Wit')
    expect(split.signature).toBe(card)
  })

  it('keeps a question below the greeting', () => {
    const text = 'Fiets is stuk.\n\nGroet,\nEls\n\nPS Kan ik u bellen op 06 12345678?'
    expect(splitQuoted(text).fresh).toBe(text)
  })

  it.each([
    'Verstuurd vanaf mijn iPhone',
    'Sent from my iPhone',
    'Verzonden vanuit Outlook voor iOS',
    'Download Outlook voor Android',
  ])('folds "%s"', (footer) => {
    expect(splitQuoted(`Is hij klaar?\n\n${footer}`)).toEqual({
      fresh: 'Is hij klaar?',
      quoted: footer,
      signature: footer,
    })
  })

  it('reads all line ends alike', () => {
    const text = 'Prima.\n\nOp 3-3-2025 om 10:14 schreef Sanne:\n> Hallo'
    expect(splitQuoted(text.replaceAll('\n', '\r\n'))).toEqual(splitQuoted(text))
  })

  it('never loses a line', () => {
    const line = fc.oneof(
      fc.constantFrom(
        ...INTRODUCTIONS,
        ...BLOCKS,
        '> citaat',
        '>> dieper',
        '',
        ' ',
        '-- ',
        'Met vriendelijke groet,',
        'Els',
        'Ja, prima.',
      ),
      fc.constantFrom(
        'Verstuurd vanaf mijn iPhone',
        '---------- Forwarded message ---------',
        '06 12345678',
        'Kan dat?',
        '____________',
      ),
      fc.string({ maxLength: 30 }),
    )
    const filled = (text: string) =>
      text
        .split(/\r\n|\r|\n/)
        .filter((one) => one.trim() !== '')
        .map((one) => one.trimEnd())
        .sort()
    fc.assert(
      fc.property(fc.array(line, { maxLength: 25 }), fc.constantFrom('\n', '\r\n'), (lines, end) => {
        const text = lines.join(end)
        const { fresh, quoted } = splitQuoted(text)
        expect(filled(`${fresh}\n${quoted}`)).toEqual(filled(text))
        expect(fresh.trim() === '').toBe(text.trim() === '')
      }),
    )
  })

  it.each([
    'Op ',
    'On 3:14 wrote ',
    'Van: x\n',
    '>\n',
    '> ',
    '\n',
    '-- \n',
    'Op 3-3-2025 om 10:14 schreef\n',
    '_',
    'Groet,\n',
    ' \t',
    'a <',
  ])('reads a megabyte of %j', (piece) => {
    const { fresh, quoted } = splitQuoted(`Ja.\n${piece.repeat(1_000_000 / piece.length)}`)
    expect(fresh.length + quoted.length).toBeGreaterThan(2)
  })
})
