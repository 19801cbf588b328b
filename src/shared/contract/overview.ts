import { z } from 'zod'
import { CASE_KINDS, CHANNELS } from '../domain/case.ts'
import type { CaseKind, Channel } from '../domain/case.ts'
import { IMPROVEMENT_STATUSES } from '../domain/improvement.ts'
import type { ImprovementStatus } from '../domain/improvement.ts'
import type { OverviewFigures } from '../domain/overview.ts'
import { PROMISE_ENDINGS } from '../domain/overview-facts.ts'
import type { PromiseEnding } from '../domain/overview-facts.ts'
import type { Month } from '../domain/overview-month.ts'
import { SLICE_SUBJECTS } from '../domain/overview-slice.ts'
import { PROMISE_ORIGINS } from '../domain/promise.ts'
import type { Instant, Weekday } from '../domain/time.ts'
import { languageInput } from './business.ts'
import { command, filledLine, id, line, nothing, query, returns, text } from './define.ts'
import { FAILURE_CODES } from './failure.ts'
import type { Failure } from './failure.ts'

export const monthInput = z.string().regex(/^(19|20)\d\d-(0[1-9]|1[0-2])$/, { error: 'a month, such as 2026-03' })

const sliceInput = z.strictObject({
  of: z.enum(SLICE_SUBJECTS),
  channel: z.enum(CHANNELS).optional(),
  kind: z.enum(CASE_KINDS).optional(),
  date: z.iso.date().optional(),
  weekday: z
    .int()
    .min(1)
    .max(7)
    .transform((day) => day as Weekday)
    .optional(),
  hour: z.int().min(0).max(23).optional(),
  endings: z.array(z.enum(PROMISE_ENDINGS)).max(PROMISE_ENDINGS.length).optional(),
  ownerId: id.nullable().optional(),
  origin: z.enum(PROMISE_ORIGINS).optional(),
  cause: line.nullable().optional(),
})

export interface ImprovementView {
  readonly id: string
  readonly title: string
  readonly status: ImprovementStatus
  readonly result: string
  readonly createdAt: Instant
  readonly doneAt: Instant | null
  readonly notices: readonly {
    readonly id: string
    readonly caseId: string
    readonly caseNumber: number
    readonly customerName: string
    readonly staffName: string | null
    readonly text: string
    readonly at: Instant
  }[]
}

/** One line of a list behind a figure. */
export interface OverviewRow {
  /** Tells it from every other line of its list. */
  readonly id: string
  readonly caseId: string
  readonly number: number
  readonly subject: string
  readonly customerName: string
  readonly kind: CaseKind
  readonly channel: Channel
  /** When it came in, fell due, or when the customer came back. */
  readonly at: Instant
  /** For a promise: what became of it. */
  readonly ending: PromiseEnding | null
}

export interface MonthFigures {
  readonly month: Month
  /** Null: nothing came in and nothing fell due. */
  readonly figures: OverviewFigures | null
}

export interface OverviewView extends MonthFigures {
  /** Not over yet: its figures still change. */
  readonly inProgress: boolean
  readonly monthBefore: MonthFigures
  readonly yearBefore: MonthFigures
  /** Twelve months up to this one, oldest first. `share` is null in a month without kept or broken promises. */
  readonly trend: readonly {
    readonly month: Month
    readonly kept: number
    readonly judged: number
    readonly share: number | null
  }[]
  /** Every time that a customer came back, oldest first. */
  readonly chasers: readonly OverviewRow[]
  readonly compliments: readonly OverviewRow[]
  readonly improvements: readonly ImprovementView[]
  /** The first month with a question, and the month it is now. */
  readonly firstMonth: Month
  readonly currentMonth: Month
}

export const overviewSettingsInput = z.strictObject({
  /** Figures by person. Some shops don't want them. */
  people: z.boolean(),
  /** A data: URL of a PNG or JPEG, printed at the top. */
  logo: z
    .string()
    .max(700_000)
    .regex(/^data:image\/(?:png|jpeg);base64,[A-Za-z0-9+/=]+$/)
    .nullable(),
  /** Every month is written into this folder by itself, when it is over. */
  folder: z.string().max(2_000).nullable(),
  /** And mailed to this address. */
  mailTo: z.email().nullable(),
  /** Language of what is made by itself. */
  language: languageInput,
  /** Whether what is made by itself holds the names of customers and staff. */
  names: z.boolean(),
})
export type OverviewSettings = z.infer<typeof overviewSettingsInput>

export interface OverviewSettingsView extends OverviewSettings {
  /** The newest month that was delivered by itself. */
  readonly delivered: Month | null
  /** Why the last try did not succeed. */
  readonly failure: Failure | null
}

/** What an export holds. */
export const exportOptions = z.strictObject({
  month: monthInput,
  language: languageInput,
  /** Names of customers and staff, and subjects. Without: to share. */
  names: z.boolean(),
})
export type ExportOptions = z.infer<typeof exportOptions>

export const OVERVIEW_TABLES = ['cases', 'promises', 'contacts'] as const
export type OverviewTable = (typeof OVERVIEW_TABLES)[number]

export const overviewEntries = {
  'overview.get': query(z.strictObject({ month: monthInput.nullable() }), returns<OverviewView>()),
  /** The first `limit` things that a figure counts, and how many there are. */
  'overview.rows': query(
    z.strictObject({ month: monthInput, slice: sliceInput, limit: z.int().min(1).max(1_000) }),
    returns<{ readonly total: number; readonly rows: readonly OverviewRow[] }>(),
  ),
  'overview.settings': query(nothing, returns<OverviewSettingsView>()),
  'overview.save-settings': command(overviewSettingsInput, returns<null>()),
  /** For main only: base64 of a spreadsheet, and the name it should have. */
  'overview.file': query(
    exportOptions.extend({ format: z.enum(['xlsx', 'csv']), table: z.enum(OVERVIEW_TABLES) }),
    returns<{ readonly name: string; readonly base64: string }>(),
  ),
  /** For main only: months that are over and wait to be delivered by themselves, oldest first. */
  'overview.due': query(nothing, returns<readonly Month[]>()),
  /** For main only: how the delivery went. */
  'overview.delivered': command(
    z.strictObject({
      month: monthInput,
      failure: z
        .strictObject({
          code: z.enum(FAILURE_CODES),
          detail: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
        })
        .transform((failure): Failure => failure as Failure)
        .nullable(),
    }),
    returns<null>(),
  ),
  /** Mails the overview to somebody of ours, through the outbox. `pdf` is base64. */
  'overview.mail': command(
    exportOptions.extend({ contactId: id, to: z.email(), pdf: z.string().max(30_000_000) }),
    returns<null>(),
  ),
  /** One of us notices something on a case: a new improvement, or one more time of a known one. */
  'improvement.note': command(
    z.strictObject({ noticeId: id, caseId: id, text: filledLine, improvementId: id.nullable() }),
    returns<null>(),
  ),
  /** Those that can still be added to, newest first. */
  'improvement.open': query(nothing, returns<readonly { readonly id: string; readonly title: string }[]>()),
  'improvement.save': command(
    z.strictObject({ improvementId: id, title: filledLine, status: z.enum(IMPROVEMENT_STATUSES), result: text }),
    returns<null>(),
  ),
  /** They turn out to be the same thing. */
  'improvement.merge': command(z.strictObject({ improvementId: id, into: id }), returns<null>()),
}
