import { z } from 'zod'
import type { Absence } from '../domain/absences.ts'
import type { PromiseState } from '../domain/promise.ts'
import type { Instant, IsoDate } from '../domain/time.ts'
import { command, id, line, nothing, query, returns } from './define.ts'

const isoDate = z.iso.date()
const days = { staffId: id, from: isoDate, until: isoDate }
const inOrder = (span: { readonly from: string; readonly until: string }): boolean => span.from <= span.until
const wrongOrder = { error: 'ends before it begins', path: ['until'] }

/** A promise that must find somebody else, or another moment, before an absence can begin. */
export interface EndangeredPromise {
  readonly promiseId: string
  readonly caseId: string
  readonly customerName: string
  readonly text: string
  readonly dueAt: Instant
  readonly state: PromiseState
  /** Colleagues who are there at the due moment; one who has room for it first. */
  readonly colleagues: readonly string[]
}

/** What became of the promises that a colleague took over while somebody was away. */
export interface AwaySummary {
  readonly absenceId: string
  readonly from: IsoDate
  readonly until: IsoDate
  readonly promises: readonly {
    readonly promiseId: string
    readonly caseId: string
    readonly customerName: string
    readonly text: string
    readonly dueAt: Instant
    readonly state: PromiseState
    readonly ownerName: string
  }[]
}

export const absenceEntries = {
  /** Those that are not over yet, earliest first. */
  'absence.list': query(nothing, returns<readonly Absence[]>()),
  /** Every promise that this absence endangers, as things stand. Due while away, on the first morning back, or late already. */
  'absence.endangers': query(z.strictObject(days).refine(inOrder, wrongOrder), returns<readonly EndangeredPromise[]>()),
  /**
   * Sets an absence and hands over what it endangers, all or nothing. Refused with absence-open while a promise has no named
   * colleague, and with owner-absent when that colleague is away too at the due moment.
   */
  'absence.set': command(
    z
      .strictObject({
        absenceId: id,
        ...days,
        handovers: z.array(z.strictObject({ promiseId: id, ownerId: id, note: line })).max(2_000),
      })
      .refine(inOrder, wrongOrder),
    returns<null>(),
  ),
  /** Back sooner, or not going after all: the absence ends yesterday, or never was. */
  'absence.end': command(z.strictObject({ absenceId: id }), returns<null>()),
  /** For somebody who is back: what happened to their promises. Null when there is nothing to tell, or it was seen. */
  'absence.summary': query(z.strictObject({ staffId: id }), returns<AwaySummary | null>()),
  'absence.seen': command(z.strictObject({ absenceId: id }), returns<null>()),
}
