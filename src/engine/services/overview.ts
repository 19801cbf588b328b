import type { ImprovementView, MonthFigures, OverviewRow, OverviewView } from '../../shared/contract/overview.ts'
import { endingOf } from '../../shared/domain/overview-facts.ts'
import type { OverviewFacts } from '../../shared/domain/overview-facts.ts'
import { monthAfter, monthOf, monthSpan } from '../../shared/domain/overview-month.ts'
import type { Month } from '../../shared/domain/overview-month.ts'
import { itemsBehind } from '../../shared/domain/overview-slice.ts'
import type { SliceItem } from '../../shared/domain/overview-slice.ts'
import { hasData, overviewFigures } from '../../shared/domain/overview.ts'
import { ok } from '../../shared/domain/result.ts'
import { grouped } from '../../shared/domain/grouped.ts'
import type { Instant } from '../../shared/domain/time.ts'
import type { Context, Handlers } from '../context.ts'
import type { Db } from '../store/database.ts'
import { improvementsBetween, noticesOf } from '../store/improvements.ts'
import { firstOpenedAt, keptOfSpans, listCases } from '../store/overview.ts'
import { readBusiness } from './business.ts'
import { readMonth } from './overview-facts.ts'

const TREND_MONTHS = 12
/** As many lines as a list on the page may hold. */
const MOST_LISTED = 500

export const overviewHandlers: Handlers<'overview.get' | 'overview.rows'> = {
  'overview.get': async (context, { month }) => ok(await viewMonth(context, month)),

  async 'overview.rows'(context, { month, slice, limit }) {
    const { zone } = await readBusiness(context.db)
    const facts = await readMonth(context, monthSpan(month, zone))
    const items = itemsBehind(facts, slice)
    return ok({ total: items.length, rows: await rowsOf(context.db, facts, items.slice(0, limit)) })
  },
}

/** One month; the month that it is now when none is named. */
export async function viewMonth(context: Context, asked: Month | null): Promise<OverviewView> {
  const { db, clock } = context
  const { zone } = await readBusiness(db)
  const now = clock.now()
  const currentMonth = monthOf(now, zone)
  const month = asked ?? currentMonth
  const span = monthSpan(month, zone)
  const facts = await readMonth(context, span)
  const first = await firstOpenedAt(db)
  const figuresOf = async (other: Month): Promise<MonthFigures> =>
    figuresOfMonth(other, await readMonth(context, monthSpan(other, zone)))
  return {
    ...figuresOfMonth(month, facts),
    inProgress: now < span.until,
    monthBefore: await figuresOf(monthAfter(month, -1)),
    yearBefore: await figuresOf(monthAfter(month, -12)),
    trend: await trendUpTo(db, month, zone, now),
    chasers: await rowsOf(db, facts, itemsBehind(facts, { of: 'chasers' }).slice(0, MOST_LISTED)),
    compliments: await rowsOf(db, facts, itemsBehind(facts, { of: 'compliments' }).slice(0, MOST_LISTED)),
    improvements: await viewImprovements(db, span.from, span.until),
    firstMonth: first === null ? currentMonth : monthOf(first, zone),
    currentMonth,
  }
}

function figuresOfMonth(month: Month, facts: OverviewFacts): MonthFigures {
  return { month, figures: hasData(facts) ? overviewFigures(facts) : null }
}

async function trendUpTo(db: Db, month: Month, zone: string, now: Instant): Promise<OverviewView['trend']> {
  const months = Array.from({ length: TREND_MONTHS }, (_, i) => monthAfter(month, i - TREND_MONTHS + 1))
  const counts = await keptOfSpans(
    db,
    months.map((one) => monthSpan(one, zone)),
    now,
  )
  return counts.map((one) => ({ ...one, share: one.judged === 0 ? null : one.kept / one.judged }))
}

async function viewImprovements(db: Db, from: Instant, until: Instant): Promise<ImprovementView[]> {
  const improvements = await improvementsBetween(db, from, until)
  const notices = grouped(
    await noticesOf(
      db,
      improvements.map(({ id }) => id),
      until,
    ),
    ({ improvementId }) => improvementId,
  )
  return improvements.map((improvement) => ({ ...improvement, notices: notices.get(improvement.id) ?? [] }))
}

async function rowsOf(db: Db, facts: OverviewFacts, items: readonly SliceItem[]): Promise<OverviewRow[]> {
  const cases = await listCases(
    db,
    items.map(({ caseId }) => caseId),
  )
  const byId = new Map(cases.map((one) => [one.caseId, one]))
  const promises = new Map(facts.promises.map((promise) => [promise.promiseId, promise]))
  return items.map(({ caseId, at, promiseId }) => {
    const { number, subject, customerName, kind, channel } = byId.get(caseId)!
    const promise = promiseId === null ? undefined : promises.get(promiseId)
    const ending = promise === undefined ? null : endingOf(promise, facts.calendar, facts.now)
    return { id: `${caseId} ${promiseId ?? at}`, caseId, number, subject, customerName, kind, channel, at, ending }
  })
}
