import type { SearchHit } from '../../shared/contract/queue.ts'
import type { CaseId } from '../../shared/domain/case.ts'
import { sectionOf } from '../../shared/domain/queue-section.ts'
import { ok } from '../../shared/domain/result.ts'
import type { Handlers } from '../context.ts'
import { caseIdByNumber, casesOfCustomer } from '../store/cases.ts'
import type { Db } from '../store/database.ts'
import { queueRowsByIds } from '../store/queue.ts'
import { findText } from '../store/search.ts'
import { queueBounds } from './queue.ts'

/** Cases shown of a customer who was found by name, address or number. */
const CASES_OF_CUSTOMER = 5
/** Rows read at a time: several may be of one case. */
const BATCH = 200
const MOST_BATCHES = 5

export const searchHandlers: Handlers<'search'> = {
  async search(context, { text, limit }) {
    const excerpts = await findCases(context.db, text, limit)
    const bounds = await queueBounds(context)
    const rows = await queueRowsByIds(context.db, [...excerpts.keys()])
    const hits: SearchHit[] = rows.map(({ row, facts }) => ({
      ...row,
      section: sectionOf(facts, bounds.now, bounds.endOfToday),
      excerpt: excerpts.get(row.caseId) ?? row.snippet,
    }))
    return ok({ hits })
  },
}

/** Cases in which the words occur, newest first, with the words around them; null where the customer was found. */
async function findCases(db: Db, text: string, limit: number): Promise<Map<CaseId, string | null>> {
  const found = new Map<CaseId, string | null>()
  const number = /^\s*#(\d{1,9})\s*$/.exec(text)?.[1]
  if (number !== undefined) {
    const id = await caseIdByNumber(db, Number(number))
    return id === null ? found : found.set(id, null)
  }
  let before: number | null = null
  for (let batch = 0; batch < MOST_BATCHES && found.size < limit; batch += 1) {
    const hits = await findText(db, text, before, BATCH)
    for (const { caseId, customerId, excerpt } of hits) {
      const cases = caseId === null ? await casesOfCustomer(db, customerId, CASES_OF_CUSTOMER) : [{ id: caseId }]
      for (const { id } of cases) if (!found.has(id)) found.set(id, caseId === null ? null : excerpt)
      if (found.size >= limit) break
    }
    before = hits.at(-1)?.rowid ?? null
    if (hits.length < BATCH) break
  }
  return new Map([...found].slice(0, limit))
}
