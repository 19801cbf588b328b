import { fail, ok } from '../../shared/domain/result.ts'
import type { Handlers } from '../context.ts'
import { caseById } from '../store/cases.ts'
import { insertEvents } from '../store/events.ts'
import {
  hasNotice,
  improvementById,
  insertImprovement,
  insertNotice,
  mergeImprovements,
  openImprovements,
  saveImprovement,
} from '../store/improvements.ts'
import { commit } from './commit.ts'

/** What our people notice that should work better. */
export const improvementHandlers: Handlers<
  'improvement.note' | 'improvement.open' | 'improvement.save' | 'improvement.merge'
> = {
  async 'improvement.note'(context, { noticeId, caseId, text, improvementId }, actor) {
    const now = context.clock.now()
    const result = await commit(context, async (trx) => {
      if (await hasNotice(trx, noticeId)) return ok(null)
      if ((await caseById(trx, caseId)) === null) return fail({ code: 'not-found' })
      if (improvementId !== null && (await improvementById(trx, improvementId)) === null) {
        return fail({ code: 'not-found' })
      }
      // A new one takes the id of its first notice: the same command given twice is still one improvement.
      const id = improvementId ?? noticeId
      if (improvementId === null) {
        const fresh = { id, title: text, status: 'noticed', result: '', createdAt: now, doneAt: null } as const
        await insertImprovement(trx, fresh)
      }
      await insertNotice(trx, { id: noticeId, improvementId: id, caseId, staffId: actor, text, at: now })
      const data = { text }
      await insertEvents(trx, [{ at: now, staffId: actor, kind: 'improvement-noted', caseId, promiseId: null, data }])
      return ok(null)
    })
    if (result.ok) context.changed(['improvements', 'cases'], caseId)
    return result
  },

  async 'improvement.open'({ db }) {
    const open = await openImprovements(db)
    return ok(open.map(({ id, title }) => ({ id, title })))
  },

  async 'improvement.save'(context, { improvementId, title, status, result: came }) {
    const result = await commit(context, async (trx) => {
      const before = await improvementById(trx, improvementId)
      if (before === null) return fail({ code: 'not-found' })
      const doneAt = status === 'done' ? (before.doneAt ?? context.clock.now()) : null
      await saveImprovement(trx, { id: improvementId, title, status, result: came, doneAt })
      return ok(null)
    })
    if (result.ok) context.changed(['improvements'])
    return result
  },

  async 'improvement.merge'(context, { improvementId, into }) {
    const result = await commit(context, async (trx) => {
      const [one, other] = [await improvementById(trx, improvementId), await improvementById(trx, into)]
      if (one === null || other === null || improvementId === into) return fail({ code: 'not-found' })
      await mergeImprovements(trx, improvementId, into)
      return ok(null)
    })
    if (result.ok) context.changed(['improvements'])
    return result
  },
}
