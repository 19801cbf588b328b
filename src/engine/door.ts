import { z } from 'zod'
import { contract } from '../shared/contract/index.ts'
import type { CallName } from '../shared/contract/index.ts'
import { MAIN_ONLY } from '../shared/contract/main-only.ts'
import type { ToEngine } from '../shared/contract/wire.ts'
import type { Failure } from '../shared/contract/failure.ts'
import { fail } from '../shared/domain/result.ts'
import type { Result } from '../shared/domain/result.ts'
import type { Actor, Context, Handler, Handlers } from './context.ts'
import { storageFailure } from './store/database.ts'
import { staffById } from './store/staff.ts'

/** A window may have been taken over by a script; main has not. */
export type Caller = 'main' | 'window'

/**
 * The engine's door: every call from outside comes through here. Unknown names and bad inputs are refused and logged,
 * expected storage failures become codes, and a bug becomes `internal` without taking the engine down.
 */
export async function callThroughDoor(
  context: Context,
  handlers: Handlers<CallName>,
  name: string,
  input: unknown,
  actor: unknown,
  caller: Caller = 'main',
): Promise<Result<unknown, Failure>> {
  if (!Object.hasOwn(contract, name) || (caller === 'window' && MAIN_ONLY.has(name as CallName))) {
    context.log.warn('call refused: unknown', { length: name.length })
    return fail({ code: 'unknown-call' })
  }
  const call = name as CallName
  const parsed = contract[call].input.safeParse(input)
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    const field = issue?.path.join('.') ?? ''
    context.log.warn('call refused: bad input', { call, field })
    return fail({ code: 'bad-input', detail: { call, field, problem: issue?.message ?? '' } })
  }
  try {
    // The table ties each name to its input type; the compiler can't follow that through a name it doesn't know.
    const handler = handlers[call] as Handler<CallName>
    return await handler(context, parsed.data as Parameters<typeof handler>[1], await knownActor(context, actor))
  } catch (error) {
    context.log.error(`call failed: ${call}`, error)
    return fail(storageFailure(error, call) ?? { code: 'internal', detail: { call } })
  }
}

/** Whoever sits there may be somebody of another profile (the practice business): then nobody of this one acts. */
async function knownActor({ db }: Context, actor: unknown): Promise<Actor> {
  if (typeof actor !== 'string') return null
  return (await staffById(db, actor)) === null ? null : actor
}

const callSchema = z.object({ seq: z.int(), name: z.string(), input: z.unknown(), actor: z.string().nullable() })

/** A message of a port as a call; null when it is none, and then there is nobody to answer. */
export function readCall(data: unknown): ToEngine | null {
  if (typeof data !== 'string') return null
  try {
    return callSchema.safeParse(JSON.parse(data)).data ?? null
  } catch {
    return null
  }
}
