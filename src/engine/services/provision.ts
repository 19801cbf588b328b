import type { Failure } from '../../shared/contract/failure.ts'
import type { Provision } from '../../shared/contract/provision.ts'
import { fail, ok } from '../../shared/domain/result.ts'
import type { Result } from '../../shared/domain/result.ts'
import type { Actor, Context, Handler, Handlers } from '../context.ts'
import { saveStaff } from '../store/staff.ts'
import { readBusiness, saveBusiness } from './business.ts'

/** Setting up without clicking. `saveMailbox` is what the settings screen uses, so that a mailbox starts to be read at once. */
export function provisionHandlers(saveMailbox: Handler<'mailbox.save'>): Handlers<'provision.apply'> {
  return {
    'provision.apply': (context, { provision }, actor) => apply(context, provision, saveMailbox, actor),
  }
}

/** Applying the same file again changes nothing. */
async function apply(
  context: Context,
  { business, staff, mailboxes }: Provision,
  saveMailbox: Handler<'mailbox.save'>,
  actor: Actor,
): Promise<Result<null, Failure>> {
  const unresolved = mailboxes?.findIndex(({ password }) => password === undefined) ?? -1
  if (unresolved >= 0) {
    return fail({ code: 'provision-invalid', detail: { field: `mailboxes.${unresolved}.passwordEnv` } })
  }
  if (business !== undefined) await saveBusiness(context, { ...(await readBusiness(context.db)), ...defined(business) })
  for (const member of staff ?? []) await saveStaff(context.db, member, context.clock.now())
  if (staff !== undefined) context.changed(['staff'])
  for (const { password, passwordEnv: _resolved, ...mailbox } of mailboxes ?? []) {
    const saved = await saveMailbox(context, { mailbox, password: password! }, actor)
    if (!saved.ok) return saved
  }
  return ok(null)
}

type Defined<T> = { [K in keyof T]: Exclude<T[K], undefined> }

/** Without the keys that the file leaves open. */
function defined<T extends object>(partial: T): Defined<T> {
  return Object.fromEntries(Object.entries(partial).filter(([, value]) => value !== undefined)) as Defined<T>
}
