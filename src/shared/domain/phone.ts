import { findPhoneNumbersInText, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/min'
import type { CountryCode } from 'libphonenumber-js/min'

/** A number in the form in which numbers are compared and stored: E.164, such as '+31612345678'. Null when it is none. */
export function normalisePhone(text: string, country: string): string | null {
  if (text.length > 100) return null
  // "0031 (0)6 …" is how half of the Netherlands writes it.
  const plain = text.normalize('NFKC').replace(/\(0\)/g, '').trim()
  const parsed = parsePhoneNumberFromString(plain, countryOf(country))
  return parsed?.isValid() === true ? parsed.number : null
}

/** As people of that country write it: national at home, international elsewhere. What is no number comes back as it is. */
export function formatPhone(e164: string, country: string): string {
  const parsed = parsePhoneNumberFromString(e164)
  if (parsed === undefined) return e164
  return parsed.country === country ? parsed.formatNational() : parsed.formatInternational()
}

/** The numbers in a text, E.164, in order and once each. Looks at the first 20,000 characters. */
export function findPhoneNumbers(text: string, country: string): string[] {
  const plain = text.slice(0, 20_000).replace(/\(0\)/g, '')
  const found = findPhoneNumbersInText(plain, countryOf(country))
  return [...new Set(found.filter((one) => one.number.isValid()).map((one) => one.number.number))]
}

function countryOf(country: string): CountryCode {
  return isSupportedCountry(country) ? country : 'NL'
}
