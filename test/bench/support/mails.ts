// Mails such as a shop gets: some hundred Dutch words as text and as HTML, behind the headers that servers add on the way.
// Some answer an earlier mail, some are newsletters. About 10 KB each, the same at every run.

const GREETINGS = ['Goedemorgen', 'Beste mensen van de winkel', 'Hallo', 'Geachte heer, mevrouw', 'Dag allemaal']
const THINGS = [
  'de fiets',
  'de bakfiets',
  'het achterwiel',
  'de verlichting',
  'de accu',
  'het slot',
  'de ketting',
  'het zadel',
]
const TIMES = [
  'vorige week dinsdag',
  'gisteren aan het eind van de middag',
  'in het voorjaar',
  'drie dagen geleden',
  'op zaterdag',
]
const WISHES = [
  'Kunt u laten weten wanneer ik terecht kan?',
  'Is er al iets bekend over het onderdeel dat u zou bestellen?',
  'Zou u mij kunnen terugbellen, het liefst na vijf uur?',
  'Wat zou een reparatie ongeveer gaan kosten?',
  'Ik hoor graag of dit onder de garantie valt.',
]
const STORIES = [
  'Het begon met een tikkend geluid bij iedere omwenteling, en sinds de regen van zondag wordt het alleen maar erger.',
  'Uw collega vond toen dat het nog wel even mee kon, maar inmiddels durf ik er niet meer mee naar het werk.',
  'We hebben hem nog geen twee jaar en hij staat altijd binnen, dus ik had dit eerlijk gezegd niet verwacht.',
  'Ik heb geprobeerd het zelf bij te stellen met een filmpje van internet, en dat heeft het vermoedelijk niet beter gemaakt.',
  'Omdat we over drie weken langs de Moezel gaan fietsen, zou het fijn zijn als het voor die tijd in orde is.',
  'De bon heb ik niet meer, maar ik heb destijds met mijn pinpas betaald en kan het afschrift zo opzoeken.',
  'Het framenummer is lastig te lezen; er staat een W aan het begin en het eindigt volgens mij op tweeënveertig.',
  'Aan de telefoon kreeg ik te horen dat er die middag iemand zou terugbellen, en dat is er kennelijk bij ingeschoten.',
]
const NAMES = [
  'Anna',
  'Joris',
  'Fatima',
  'Willem',
  'Sofie',
  'Daan',
  'Marijke',
  'Emre',
  'Lotte',
  'Hendrik',
  'Noor',
  'Bram',
]
const FAMILIES = ['de Vries', 'Jansen', 'El Amrani', 'van den Berg', 'Bakker', 'Yılmaz', 'Smit', 'Meijer', 'Visser']

/** `count` mails to `to`, oldest first, the last one written at `until`. */
export function makeMails(count: number, to: string, until: Date): string[] {
  const random = seeded(1)
  const pick = (all: readonly string[]): string => all[random(all.length)]!
  const writer = (): Writer => {
    const number = random(Math.max(1, Math.ceil(count * 0.6)))
    const name = `${NAMES[number % NAMES.length]} ${FAMILIES[number % FAMILIES.length]}`
    return { name, address: `klant${number}@thuis${number % 17}.example` }
  }
  let asked: Question = { from: writer(), subject: '', id: '' }
  return Array.from({ length: count }, (_, index) => {
    const at = new Date(until.getTime() - (count - 1 - index) * 60_000)
    const id = `vraag.${index}.${random(1e9)}@thuis.example`
    const isAnswer = index % 20 === 19
    const earlier = asked
    const from = isAnswer ? earlier.from : writer()
    const subject = isAnswer ? `Re: ${earlier.subject}` : `Vraag over ${pick(THINGS)} (${index + 1})`
    if (!isAnswer) asked = { from, subject, id }
    const extra = isAnswer ? answering(earlier.id) : index % 20 === 7 ? NEWSLETTER : []
    const paragraphs = [`${pick(GREETINGS)},`]
    for (let i = 0; i < 9; i += 1)
      paragraphs.push(`${capital(pick(TIMES))} ging ${pick(THINGS)} kapot. ${pick(STORIES)} ${pick(STORIES)}`)
    paragraphs.push(
      pick(WISHES),
      'Met vriendelijke groet,',
      `${from.name}\n06-${String(10_000_000 + random(89_999_999))}`,
    )
    return [...headers(from, to, subject, id, at, extra), '', ...body(paragraphs, `grens-${index}`)].join('\r\n')
  })
}

interface Writer {
  readonly name: string
  readonly address: string
}

interface Question {
  readonly from: Writer
  readonly subject: string
  readonly id: string
}

const answering = (id: string): string[] => [`In-Reply-To: <${id}>`, `References: <${id}>`]
const NEWSLETTER = ['List-Unsubscribe: <https://nieuws.example/af>', 'List-Id: <nieuws.example>', 'Precedence: bulk']

function headers(from: Writer, to: string, subject: string, id: string, at: Date, extra: readonly string[]): string[] {
  const date = at.toUTCString().replace('GMT', '+0000')
  const boundary = `grens-${id.split('.')[1]}`
  const seal = 'dGVzdCBoYW5kdGVrZW5pbmcgdmFuIGVlbiBzZXJ2ZXIgb25kZXJ3ZWc'.repeat(6).match(/.{1,70}/g)!
  return [
    `Return-Path: <${from.address}>`,
    ...[1, 2, 3].flatMap((hop) => [
      `Received: from mx${hop}.relay.example (mx${hop}.relay.example [192.0.2.${hop}])`,
      ` (using TLSv1.3 with cipher TLS_AES_256_GCM_SHA384 (256/256 bits))`,
      `\tby mx${hop + 1}.relay.example (Postfix) with ESMTPS id 4Q${hop}X${id.length} for <${to}>; ${date}`,
    ]),
    'DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d=thuis.example; s=mail;',
    ' h=from:to:subject:date:message-id:mime-version:content-type;',
    ` b=${seal.join('\r\n ')}`,
    'ARC-Seal: i=1; a=rsa-sha256; t=1700000000; cv=none; d=relay.example; s=arc;',
    ` b=${seal.join('\r\n ')}`,
    'Authentication-Results: mx.relay.example; dkim=pass header.d=thuis.example; spf=pass; dmarc=pass',
    'X-Spam-Status: No, score=-1.1 required=5.0 tests=BAYES_00,HTML_MESSAGE autolearn=ham',
    `From: ${encodedWord(from.name)} <${from.address}>`,
    `To: Fietsenwinkel <${to}>`,
    `Subject: ${encodedWord(subject)}`,
    `Date: ${date}`,
    `Message-ID: <${id}>`,
    ...extra,
    'MIME-Version: 1.0',
    `Content-Type: multipart/alternative; boundary="${boundary}"`,
  ]
}

function body(paragraphs: readonly string[], boundary: string): string[] {
  const style = 'margin:0 0 12px 0;font-family:Calibri,Arial,sans-serif;font-size:11pt;line-height:1.45;color:#1f2937'
  const html = paragraphs.map(
    (text) => `<p style="${style}"><span lang="NL">${text.replaceAll('\n', '<br>')}</span></p>`,
  )
  const part = (type: string, content: string): string[] => [
    `--${boundary}`,
    `Content-Type: ${type}; charset="utf-8"`,
    'Content-Transfer-Encoding: quoted-printable',
    '',
    quotedPrintable(content),
  ]
  return [
    ...part('text/plain', paragraphs.join('\n\n')),
    ...part(
      'text/html',
      `<html><head><meta charset="utf-8"><style>p.Mso{margin:0cm}</style></head><body>${html.join('\n')}</body></html>`,
    ),
    `--${boundary}--`,
    '',
  ]
}

function encodedWord(text: string): string {
  return /^[\x20-\x7e]*$/.test(text) ? text : `=?UTF-8?B?${Buffer.from(text).toString('base64')}?=`
}

function quotedPrintable(text: string): string {
  const lines = text.split('\n').map((line) => {
    const bytes = [...Buffer.from(line)].map((byte) =>
      byte === 0x3d || byte < 0x20 || byte > 0x7e
        ? `=${byte.toString(16).toUpperCase().padStart(2, '0')}`
        : String.fromCharCode(byte),
    )
    const rows = ['']
    for (const unit of bytes) {
      if (rows.at(-1)!.length + unit.length > 75) rows.push('')
      rows[rows.length - 1] += unit
    }
    return rows.join('=\r\n')
  })
  return lines.join('\r\n')
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** Whole numbers below a bound, the same ones at every run. */
function seeded(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}
