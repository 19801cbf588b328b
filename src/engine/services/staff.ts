import { ok } from '../../shared/domain/result.ts'
import type { Handlers } from '../context.ts'
import { listStaff, saveStaff } from '../store/staff.ts'

export const staffHandlers: Handlers<'staff.list' | 'staff.save'> = {
  'staff.list': async ({ db }) => ok(await listStaff(db)),

  async 'staff.save'(context, staff) {
    await saveStaff(context.db, staff, context.clock.now())
    context.changed(['staff'])
    return ok(null)
  },
}
