import type { FormOfAddress } from './people.ts'
import { TEMPLATE_FIELDS } from './template.ts'
import type { TemplateField } from './template.ts'

export interface FilledTemplate {
  readonly text: string
  /** Names of the fields that still stand in the text as {{name}}, in order and once each. */
  readonly unfilled: readonly string[]
}

const FIELD = /\{\{ {0,5}([^{}\n]{1,60}?) {0,5}\}\}/g
/** The opening line, which can do without a name. */
const GREETING = /^(beste|geachte|hallo|hoi|dag|dear|hello|hi) \{\{ {0,5}customer {0,5}\}\}/i

/**
 * Fills the fields that are known; the others stay for a person to fill. An empty `customer` turns the greeting into one without a
 * name. One pass: what is filled in is never read as a field, so a customer who writes {{staff}} in a subject gets that back with the
 * braces apart, and it doesn't block sending.
 */
export function fillTemplate(body: string, fields: Partial<Readonly<Record<TemplateField, string>>>): FilledTemplate {
  const named = fields.customer?.trim() === '' ? body.replace(GREETING, namelessGreeting) : body
  const text = named.replace(FIELD, (whole, name: string) => {
    const value = isField(name) ? fields[name]?.trim() : undefined
    return value === undefined || value === '' ? whole : apart(value)
  })
  return { text, unfilled: unfilledFields(text) }
}

/** Names of the fields a text still holds. A reply with any is not sent. */
export function unfilledFields(text: string): string[] {
  return [...new Set([...text.matchAll(FIELD)].map((match) => match[1]!))]
}

/**
 * How a customer is greeted: the name as we have it, in the informal form the first name. Empty when we have no name but an address
 * or a number; then fillTemplate greets without one.
 */
export function greetingName(customer: string, address: FormOfAddress): string {
  const name = customer.trim()
  if (name.length > 60 || !/^[\p{L}\p{M}.,'’&+ ()-]+$/u.test(name)) return ''
  const words = name.split(' ')
  const isPerson = words.length >= 2 && words.length <= 4 && words.every((word) => /^[\p{L}\p{M}.'’-]+$/u.test(word))
  const first = words[0]!
  return address === 'je' && isPerson && /^\p{L}{3,}$/u.test(first) && !NO_FIRST_NAME.test(name) ? first : name
}
const NO_FIRST_NAME =
  /^(?:de|het|the|fam\w*|dhr|mevr?|mw|heer|mr|mrs|ms|dr|firma|stichting|vereniging|gemeente|hotel|restaurant|café|studio|team|praktijk|kapsalon|garage|\w*(?:bedrijf|bakkerij|slagerij|winkel|groep|service))\b|\b(?:b\.?v|v\.?o\.?f|n\.?v|ltd|gmbh|groep|group|en zonen|company|shop)\b/iu

function namelessGreeting(_: string, word: string): string {
  return /^(?:dear|hello|hi)$/i.test(word) ? 'Hello' : 'Goedendag'
}

function isField(name: string): name is TemplateField {
  return TEMPLATE_FIELDS.some((field) => field === name)
}

function apart(value: string): string {
  return value.replace(/\{(?=\{)/g, '{ ').replace(/\}(?=\})/g, '} ')
}
