import { caseProgress, chaserTurns } from '../../shared/domain/case-progress.ts'
import type { CaseHistory } from '../../shared/domain/case-progress.ts'
import type { CaseId } from '../../shared/domain/case.ts'
import type { OverviewChaser, OverviewFacts } from '../../shared/domain/overview-facts.ts'
import type { MonthSpan } from '../../shared/domain/overview-month.ts'
import { grouped } from '../../shared/domain/grouped.ts'
import type { Instant } from '../../shared/domain/time.ts'
import type { Context } from '../context.ts'
import type { Db } from '../store/database.ts'
import {
  casesCameBack,
  casesMaybeOpenAt,
  casesOpenedIn,
  promiseFactsOf,
  promisesDueIn,
  turnsOf,
} from '../store/overview.ts'
import type { HistoryRow, HistoryTurn } from '../store/overview.ts'
import { readCalendar } from './business.ts'

/** Everything that the figures of one month follow from. */
export async function readMonth(context: Context, span: MonthSpan): Promise<OverviewFacts> {
  const { db, clock } = context
  const now = clock.now()
  return {
    span,
    now,
    calendar: await readCalendar(context),
    cases: await casesOpenedIn(db, span),
    promises: await promisesDueIn(db, span),
    chasers: await chasersIn(db, span),
    openAtEnd: await openAt(db, Math.min(span.until, now)),
  }
}

async function chasersIn(db: Db, span: MonthSpan): Promise<OverviewChaser[]> {
  const histories = await readHistories(db, await casesCameBack(db, span))
  return histories
    .flatMap(({ row, history }) =>
      chaserTurns(history)
        .filter(({ at }) => at >= span.from && at < span.until)
        .map(({ contactId, at }) => ({ contactId, caseId: row.caseId, customerId: row.customerId, at })),
    )
    .sort((a, b) => a.at - b.at)
}

/** Cases that stood open at that moment, by what had been written down by then: later steps are left out of the history. */
async function openAt(db: Db, moment: Instant): Promise<CaseId[]> {
  const known = (at: Instant | null): Instant | null => (at !== null && at < moment ? at : null)
  const histories = await readHistories(db, await casesMaybeOpenAt(db, moment))
  return histories
    .filter(({ history }) => {
      const then: CaseHistory = {
        ...history,
        closedAt: known(history.closedAt),
        reopenedAt: known(history.reopenedAt),
        turns: history.turns.filter(({ recordedAt }) => recordedAt < moment),
        promises: history.promises
          .filter(({ madeAt }) => madeAt < moment)
          .map((promise) => (known(promise.endedAt) === null ? { ...promise, state: 'open', endedAt: null } : promise)),
      }
      return caseProgress(then).state === 'open'
    })
    .map(({ row }) => row.caseId)
}

async function readHistories(db: Db, rows: readonly HistoryRow[]) {
  const ids = rows.map(({ caseId }) => caseId)
  const turns = grouped(await turnsOf(db, ids), ({ caseId }) => caseId)
  const promises = grouped(await promiseFactsOf(db, ids), ({ caseId }) => caseId)
  return rows.map((row) => ({
    row,
    history: {
      openedAt: row.openedAt,
      setAside: false,
      closedAt: row.closedAt,
      reopenedAt: row.reopenedAt,
      turns: turns.get(row.caseId) ?? ([] as HistoryTurn[]),
      promises: promises.get(row.caseId) ?? [],
    },
  }))
}
