import { spanOf } from '../../shared/domain/absences.ts'
import { readMoment } from '../../shared/domain/moment-parser.ts'
import { suggestMoments } from '../../shared/domain/moments.ts'
import { dateOf } from '../../shared/domain/opening-hours.ts'
import { ok } from '../../shared/domain/result.ts'
import type { Handlers } from '../context.ts'
import { absencesFrom } from '../store/absences.ts'
import { dueMomentsOf } from '../store/promises.ts'
import { readCalendar } from './business.ts'
import { readRules } from './rules.ts'

export const momentHandlers: Handlers<'moment.suggest' | 'moment.parse'> = {
  async 'moment.suggest'(context, { ownerId }) {
    const calendar = await readCalendar(context)
    const now = context.clock.now()
    if (ownerId === null) return ok(suggestMoments(calendar, now))
    const { mostPerHalfDay: most } = await readRules(context.db)
    const away = await absencesFrom(context.db, dateOf(now, calendar.zone))
    const absences = away.filter(({ staffId }) => staffId === ownerId).map((one) => spanOf(one, calendar.zone))
    const load = { dueAt: await dueMomentsOf(context.db, ownerId), most }
    return ok(suggestMoments(calendar, now, { absences, load }))
  },
  async 'moment.parse'(context, { text, language }) {
    return ok(readMoment(text, language, context.clock.now(), await readCalendar(context)))
  },
}
