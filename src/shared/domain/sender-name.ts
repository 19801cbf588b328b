import type { MailAddress } from './mail-facts.ts'

const LONGEST_NAME = 80
const LONGEST_SNIPPET = 160
/** What stands before the @ of a company rather than a person. */
const ROLES = new Set(
  (
    'info contact mail email post postbus hallo hello hoi welkom office kantoor admin administratie administration verkoop sales inkoop order orders ' +
    'bestelling bestellingen klantenservice klantcontact service support help helpdesk receptie balie winkel shop webshop werkplaats boekhouding finance ' +
    'facturen factuur invoice billing planning team secretariaat directie redactie marketing pers jobs vacatures noreply no-reply wordpress webmaster'
  ).split(' '),
)

/** How a customer is called on screen, from a From header: a person's name in natural order, else something readable of the address. */
export function customerName(from: MailAddress): string {
  const name = tidy(from.name)
  if (name !== '' && !name.includes('@')) return short(naturalOrder(name))
  return short(nameOfAddress(oneLine(from.address) || name))
}

/** "Jansen, Piet" and "Jong, P. de" turned round. A company such as "Bakkerij Jansen, Utrecht" is turned too: nothing tells it apart. */
function naturalOrder(name: string): string {
  const parts = name.split(',').map((part) => part.trim())
  const [last, first] = parts
  if (parts.length !== 2 || !last || !first || COMPANY_END.test(first)) return name
  return `${first} ${last}`
}
const COMPANY_END = /^(?:b\.?v\.?|n\.?v\.?|v\.?o\.?f\.?|inc\.?|ltd\.?|llc|gmbh|msc|bsc|phd|drs|ma|mba|jr\.?|sr\.?)$/i

function oneLine(text: string): string {
  return text
    .slice(0, 1_500)
    .replace(/[\s\p{Cc}\p{Cf}]+/gu, ' ')
    .trim()
}

function tidy(name: string): string {
  return repairMojibake(name.slice(0, 1_000))
    .replace(/[\p{Cc}\p{Cf}]+/gu, ' ')
    .replace(/^[\s"'<]+|[\s"'>]{1,1000}$/g, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?\((?:via|by) [^()]*\)$/i, '')
    .trim()
}

/** UTF-8 that was read as Latin-1 ("RenÃ©"): turned back when every such pair makes a letter, else left alone. */
function repairMojibake(name: string): string {
  if (!/[\u00c2\u00c3][\u0080-\u00bf]/.test(name)) return name
  return name.replace(/([\u00c2\u00c3])([\u0080-\u00bf])/g, (_, lead: string, trail: string) =>
    String.fromCharCode(((lead.charCodeAt(0) & 0x1f) << 6) | (trail.charCodeAt(0) & 0x3f)),
  )
}

/** info@bakkerij-jansen.nl → "Bakkerij Jansen"; piet.jansen@gmail.com → "Piet Jansen"; anything else stays the address. */
function nameOfAddress(address: string): string {
  const at = address.lastIndexOf('@')
  if (at < 1) return address
  const local = address.slice(0, at).replace(/\+.*$/, '')
  if (ROLES.has(local.toLowerCase())) return inWords(domainLabel(address.slice(at + 1))) || address
  return /^\p{L}{2,}(?:[._-]\p{L}+)+$/u.test(local) ? inWords(local) : address
}

/** The registered part: "jansen" of mail.jansen.co.uk. */
function domainLabel(domain: string): string {
  const labels = domain.toLowerCase().split('.').slice(0, -1)
  const last = labels.at(-1) ?? ''
  return labels.length > 1 && /^(?:co|com|org|net|ac|gov)$/.test(last) ? labels.at(-2)! : last
}

const PREFIXES = /^(?:van|de|der|den|het|ten|ter|te|von|la|le|du|en|and|of)$/
function inWords(joined: string): string {
  const words = joined.split(/[._-]+/).filter((word) => word !== '')
  return words.map((word, i) => (i > 0 && PREFIXES.test(word) ? word : capital(word))).join(' ')
}

function capital(word: string): string {
  const [first = '', ...rest] = [...word]
  // Dutch writes IJ as one letter.
  return word.startsWith('ij') ? `IJ${word.slice(2)}` : first.toUpperCase() + rest.join('')
}

function short(name: string): string {
  const letters = [...name]
  return letters.length <= LONGEST_NAME
    ? name
    : `${letters
        .slice(0, LONGEST_NAME - 1)
        .join('')
        .trimEnd()}…`
}

/** The first words of a text on one line, for a list: at most 160 characters, cut between words. */
export function snippetOf(text: string): string {
  const line = oneLine(text)
  if (line.length <= LONGEST_SNIPPET) return line
  const cut = line.slice(0, LONGEST_SNIPPET - 1)
  const space = cut.lastIndexOf(' ')
  const whole = space > LONGEST_SNIPPET / 2 ? cut.slice(0, space) : cut
  return `${whole.replace(/[\ud800-\udbff]$/, '').trimEnd()}…`
}
