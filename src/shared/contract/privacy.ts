import { z } from 'zod'
import type { Instant } from '../domain/time.ts'
import { command, id, nothing, query, returns } from './define.ts'

/** What was taken out. */
export interface ErasureReport {
  readonly cases: number
  readonly contacts: number
  readonly mails: number
  readonly attachments: number
  readonly events: number
}

export interface RetentionPreview {
  readonly cases: number
  /** Customers of whom nothing is left then. */
  readonly customers: number
  /** When the oldest of these cases was closed. */
  readonly oldest: Instant | null
}

const months = z.int().min(3).max(240)

export const privacyEntries = {
  /** For main only: base64 of a zip with all that is known of a customer, readable and for machines, and the mails. */
  'privacy.export': query(
    z.strictObject({ customerId: id }),
    returns<{ readonly name: string; readonly base64: string }>(),
  ),
  /** What erasing a customer takes out, without doing it. */
  'privacy.erase-preview': query(z.strictObject({ customerId: id }), returns<ErasureReport>()),
  /** For main only, after a person confirmed it there. Can't be taken back. */
  'privacy.erase': command(z.strictObject({ customerId: id }), returns<ErasureReport>()),
  'privacy.retention': query(nothing, returns<{ readonly months: number | null; readonly doneAt: Instant | null }>()),
  'privacy.retention-preview': query(z.strictObject({ months }), returns<RetentionPreview>()),
  'privacy.set-retention': command(z.strictObject({ months: months.nullable() }), returns<null>()),
}
