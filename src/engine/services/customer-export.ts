import { strToU8, zip } from 'fflate'
import type { CustomerView } from '../../shared/contract/cases.ts'
import type { Failure } from '../../shared/contract/failure.ts'
import type { Language } from '../../shared/domain/people.ts'
import { fail, ok } from '../../shared/domain/result.ts'
import type { Result } from '../../shared/domain/result.ts'
import type { Context } from '../context.ts'
import { customerById } from '../store/customers.ts'
import { everythingOf } from '../store/erasure.ts'
import type { KnownOfCustomer } from '../store/erasure.ts'
import { readBusiness } from './business.ts'
import { rawOfContact } from './intake-copies.ts'

// What a customer may ask for: everything that is known of them, to read (index.html), for another program (data.json), and
// the mails as they went over the wire (mails/*.eml, attachments inside).

/** As much of mails as goes into one answer, in bytes: beyond it they are named and can be saved one by one. */
const MOST_BYTES = 150 * 1024 * 1024

const WORDS = {
  nl: {
    title: 'Alles wat wij van u weten',
    made: 'Gemaakt op',
    customer: 'Klant',
    cases: 'Vragen',
    promises: 'Beloften',
    mail: 'mail',
    name: 'klantgegevens',
    tooLarge: 'te groot voor dit bestand',
  },
  en: {
    title: 'Everything that we know of you',
    made: 'Made on',
    customer: 'Customer',
    cases: 'Questions',
    promises: 'Promises',
    mail: 'mail',
    name: 'customer-data',
    tooLarge: 'too large for this file',
  },
} as const

export async function exportCustomer(
  context: Context,
  customerId: string,
): Promise<Result<{ readonly name: string; readonly base64: string }, Failure>> {
  const { db, clock } = context
  const customer = await customerById(db, customerId)
  if (customer === null) return fail({ code: 'not-found' })
  const { name: business, replyLanguage, zone } = await readBusiness(db)
  const known = await everythingOf(db, customerId)
  const madeAt = new Date(clock.now()).toISOString()
  const files: Record<string, Uint8Array> = {}
  const mails = new Map<string, string>()
  let bytes = 0
  for (const { id } of known.contacts) {
    const raw = await rawOfContact(db, id)
    if (raw === null || raw.length === 0) continue
    bytes += raw.length
    if (bytes > MOST_BYTES) {
      mails.set(id, '')
      continue
    }
    const name = `mails/${String(mails.size + 1).padStart(4, '0')}.eml`
    mails.set(id, name)
    files[name] = raw
  }
  files['data.json'] = strToU8(JSON.stringify({ madeAt, business, customer, ...known }, null, 2))
  files['index.html'] = strToU8(page({ customer, known, mails, business, madeAt, language: replyLanguage, zone }))
  const zipped = await new Promise<Uint8Array>((resolve, reject) =>
    zip(files, { level: 6, mtime: new Date(clock.now()) }, (error, data) =>
      error === null ? resolve(data) : reject(error),
    ),
  )
  const name = `${WORDS[replyLanguage].name}-${madeAt.slice(0, 10)}.zip`
  return ok({ name, base64: Buffer.from(zipped).toString('base64') })
}

interface Page {
  readonly customer: CustomerView
  readonly known: KnownOfCustomer
  readonly mails: ReadonlyMap<string, string>
  readonly business: string
  readonly madeAt: string
  readonly language: Language
  readonly zone: string
}

/** Opened in whatever browser the customer has: nothing in it runs, and nothing in it is fetched. */
function page({ customer, known, mails, business, madeAt, language, zone }: Page): string {
  const t = WORDS[language]
  const format = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeStyle: 'short', timeZone: zone })
  const moment = (at: unknown): string => (typeof at === 'string' ? format.format(Date.parse(at)) : '')
  const contacts = (caseId: unknown): string =>
    known.contacts
      .filter((one) => one.case_id === caseId)
      .map((one) => {
        const file = mails.get(one.id)
        const link =
          file === undefined ? '' : file === '' ? `(${t.mail}: ${t.tooLarge})` : `<a href="${file}">${t.mail}</a>`
        return `<article><p>${text(moment(one['at']))} · ${text(one['kind'])} · ${text(one['from_address'])} ${link}</p>
<h3>${text(one['subject'])}</h3><pre>${text(one['text'])}</pre></article>`
      })
      .join('\n')
  const promises = known.promises.map(
    (one) =>
      `<li>${text(one['text'])} — ${text(moment(one['due_at']))} — ${text(one['owner_name'])} — ${text(one['state'])}</li>`,
  )
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><title>${text(t.title)}</title>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<style>body{font:16px/1.5 sans-serif;max-width:48rem;margin:2rem auto;padding:0 1rem}pre{white-space:pre-wrap;font:inherit}
article{border-top:1px solid #ccc}</style></head><body>
<h1>${text(t.title)}</h1><p>${text(business)} · ${text(t.made)} ${text(moment(madeAt))}</p>
<h2>${text(t.customer)}</h2>
<p>${[customer.name, customer.company ?? '', ...customer.emails, ...customer.phones].map(text).join('<br>')}</p>
<pre>${text(customer.notes)}</pre>
<h2>${text(t.cases)}</h2>
${known.cases.map((one) => `<section><h2>${text(one['number'])}. ${text(one['subject'])}</h2>${contacts(one['id'])}</section>`).join('\n')}
<h2>${text(t.promises)}</h2><ul>${promises.join('\n')}</ul>
</body></html>
`
}

function text(value: unknown): string {
  const plain = typeof value === 'string' ? value : typeof value === 'number' ? String(value) : ''
  return plain.replace(/[&<>"']/g, (char) => `&#${char.codePointAt(0)};`)
}
