import { readMoment } from '../../shared/domain/moment-parser.ts'
import { suggestMoments } from '../../shared/domain/moments.ts'
import { ok } from '../../shared/domain/result.ts'
import type { Handlers } from '../context.ts'
import { dueMomentsOf } from '../store/promises.ts'
import { readCalendar } from './business.ts'

/** What one person can promise in half a day. */
const MOST_IN_HALF_A_DAY = 6

export const momentHandlers: Handlers<'moment.suggest' | 'moment.parse'> = {
  async 'moment.suggest'(context, { ownerId }) {
    const calendar = await readCalendar(context)
    const dueAt = ownerId === null ? [] : await dueMomentsOf(context.db, ownerId)
    return ok(suggestMoments(calendar, context.clock.now(), { load: { dueAt, most: MOST_IN_HALF_A_DAY } }))
  },
  async 'moment.parse'(context, { text, language }) {
    return ok(readMoment(text, language, context.clock.now(), await readCalendar(context)))
  },
}
