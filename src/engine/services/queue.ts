import { QUEUE_SECTIONS } from '../../shared/domain/case.ts'
import type { QueueSection } from '../../shared/domain/case.ts'
import { endOfDay } from '../../shared/domain/opening-hours.ts'
import { fail, ok } from '../../shared/domain/result.ts'
import type { Context, Handlers } from '../context.ts'
import { countQueue, queueSectionPage } from '../store/queue.ts'
import type { QueueBounds, QueueEntry, QueuePosition } from '../store/queue.ts'
import { readBusiness } from './business.ts'

/** Everything that needs us, most urgent first. */
const NEEDS_US: readonly QueueSection[] = ['overdue', 'due-today', 'first-answer', 'answer', 'later']

export const queueHandlers: Handlers<'queue.page' | 'queue.counts'> = {
  async 'queue.page'(context, { section, filter, cursor, limit }) {
    const after = cursor === null ? null : decodeCursor(cursor)
    const sections = section === null ? NEEDS_US : [section]
    if (cursor !== null && (after === null || !sections.includes(after.section))) {
      return fail({ code: 'bad-input', detail: { field: 'cursor' } })
    }
    const bounds = await queueBounds(context)
    const found: QueueEntry[] = []
    for (const name of sections.slice(after === null ? 0 : sections.indexOf(after.section))) {
      const from = name === after?.section ? after : null
      // One more than asked for tells whether there is a next page.
      found.push(...(await queueSectionPage(context.db, name, bounds, filter, from, limit + 1 - found.length)))
      if (found.length > limit) break
    }
    const shown = found.slice(0, limit)
    const next = found.length > limit ? encodeCursor(shown.at(-1)!.position) : null
    return ok({ rows: shown.map(({ row }) => row), next })
  },

  async 'queue.counts'(context, { filter }) {
    return ok(await countQueue(context.db, await queueBounds(context), filter))
  },
}

/** What "today" is for this business, now. */
export async function queueBounds({ db, clock }: Pick<Context, 'db' | 'clock'>): Promise<QueueBounds> {
  const now = clock.now()
  const { zone } = await readBusiness(db)
  return { now, endOfToday: endOfDay(zone, now) }
}

function encodeCursor({ section, sort, caseId }: QueuePosition): string {
  return `${section}/${sort}/${caseId}`
}

function decodeCursor(cursor: string): QueuePosition | null {
  const [section, sort, caseId, ...rest] = cursor.split('/')
  const known = QUEUE_SECTIONS.find((name) => name === section)
  if (known === undefined || caseId === undefined || rest.length > 0 || !/^\d{1,15}$/.test(sort ?? '')) return null
  return { section: known, sort: Number(sort), caseId }
}
