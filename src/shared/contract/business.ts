import { z } from 'zod'
import type { BusinessCalendar } from '../domain/calendar.ts'
import type { IsoDate } from '../domain/time.ts'
import { command, filledLine, id, instant, line, nothing, query, returns, text } from './define.ts'

const minuteOfDay = z
  .int()
  .min(0)
  .max(24 * 60)
const openBlock = z
  .strictObject({ from: minuteOfDay, until: minuteOfDay })
  .refine((block) => block.from < block.until, { error: 'closes before it opens', path: ['until'] })
/** Ascending and apart: each block starts after the one before it ended. */
const day = z
  .array(openBlock)
  .max(6)
  .refine((blocks) => blocks.every((block, i) => i === 0 || block.from > blocks[i - 1]!.until), {
    error: 'blocks overlap or are out of order',
  })
const isoDate = z.iso.date()
const zoneName = z.string().refine(isZone, { error: 'unknown time zone' })

function isZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name }).format(0)
    return true
  } catch {
    return false
  }
}

export const languageInput = z.enum(['nl', 'en'])
export const formOfAddressInput = z.enum(['u', 'je'])

export const businessInput = z.strictObject({
  name: filledLine,
  /** The language of the screens. `system` follows the PC. */
  screenLanguage: z.enum(['system', 'nl', 'en']),
  /** The language and form of address in which we write to customers. */
  replyLanguage: languageInput,
  formOfAddress: formOfAddressInput,
  zone: zoneName,
  /** ISO 3166-1 alpha-2, for public holidays and for phone numbers without a country code. */
  country: z.string().regex(/^[A-Z]{2}$/, { error: 'two capital letters, such as NL' }),
  region: line.nullable(),
  /** Monday first. */
  weekly: z.tuple([day, day, day, day, day, day, day]),
  closures: z.array(z.strictObject({ from: isoDate, until: isoDate, reason: line })).max(500),
  /** Names of public holidays on which the business is open all the same. */
  openHolidays: z.array(line).max(100),
  signature: text,
})
export type Business = z.infer<typeof businessInput>

export interface BusinessView extends Business {
  /** Opening hours, closures and holidays worked out from two years back to three years ahead. */
  readonly calendar: BusinessCalendar
  /** False until somebody saved the business once: the first start. */
  readonly set: boolean
}

export interface HolidayView {
  readonly date: IsoDate
  /** In the language of the screens. */
  readonly name: string
  /** The name in every language: `openHolidays` may hold any of them. */
  readonly names: readonly string[]
}

export const staffInput = z.strictObject({
  id,
  name: filledLine,
  colour: z.enum(['blue', 'teal', 'grape', 'orange', 'lime', 'pink', 'cyan', 'indigo', 'yellow', 'red']),
  email: z.email().nullable(),
  signature: text,
  active: z.boolean(),
})
export type StaffView = z.infer<typeof staffInput>

export interface EventView {
  readonly id: string
  readonly at: number
  /** Null when the program did it by itself. */
  readonly staffName: string | null
  readonly kind: EventKind
  readonly promiseId: string | null
  readonly data: Readonly<Record<string, string | number | boolean | null>>
}

/** Every kind of line in the history. Nothing is overwritten: a correction is a new line. */
export const EVENT_KINDS = [
  'case-opened',
  'case-state',
  'case-owner',
  'case-kind',
  'case-set-aside',
  'case-made-question',
  'case-merged',
  'case-split',
  'contact-added',
  'promise-made',
  'promise-broken',
  'promise-kept',
  'promise-renegotiated',
  'promise-withdrawn',
  'promise-corrected',
  'promise-handed-over',
  'promise-undelivered',
  'promise-resumed',
  'absence-set',
  'absence-ended',
  'mail-sent',
  'mail-failed',
  'mail-uncertain',
  'mail-withdrawn',
  'nag-shown',
  'nag-snoozed',
  'customer-changed',
  'customer-merged',
  'change-undone',
  'improvement-noted',
  'data-erased',
] as const
export type EventKind = (typeof EVENT_KINDS)[number]

export const businessEntries = {
  'business.get': query(nothing, returns<BusinessView>()),
  'business.save': command(businessInput, returns<null>()),
  /** The public holidays of a country (and region) in the twelve months from today, earliest first, whether open or not. */
  'business.holidays': query(
    z.strictObject({ country: z.string().regex(/^[A-Z]{2}$/), region: line.nullable() }),
    returns<readonly HolidayView[]>(),
  ),
  'staff.list': query(nothing, returns<readonly StaffView[]>()),
  'staff.save': command(staffInput, returns<null>()),
  'case.events': query(z.strictObject({ caseId: id, before: instant.nullable() }), returns<readonly EventView[]>()),
}
