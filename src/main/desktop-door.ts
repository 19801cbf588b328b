import type { z } from 'zod'
import { desktopContract } from '../shared/contract/desktop.ts'
import type { DesktopCallName, DesktopContract, DesktopOutputOf } from '../shared/contract/desktop.ts'
import type { Failure } from '../shared/contract/failure.ts'
import { fail } from '../shared/domain/result.ts'
import type { Result } from '../shared/domain/result.ts'

/** `Caller` is the window that asks. */
export type DesktopHandlers<Caller> = {
  readonly [N in DesktopCallName]: (
    input: z.output<DesktopContract[N]['input']>,
    caller: Caller,
  ) => Promise<Result<DesktopOutputOf<N>, Failure>>
}

interface DoorLog {
  warn(what: string): void
  error(what: string, error: unknown): void
}

/**
 * Main's door, as strict as the engine's: unknown names and bad inputs are refused and logged, and a bug becomes
 * `internal` without taking the program down.
 */
export async function callDesktop<Caller>(
  handlers: DesktopHandlers<Caller>,
  name: unknown,
  input: unknown,
  caller: Caller,
  log: DoorLog,
): Promise<Result<unknown, Failure>> {
  if (typeof name !== 'string' || !Object.hasOwn(desktopContract, name)) {
    log.warn('desktop call refused: unknown')
    return fail({ code: 'unknown-call' })
  }
  const call = name as DesktopCallName
  const parsed = desktopContract[call].input.safeParse(input)
  if (!parsed.success) {
    const field = parsed.error.issues[0]?.path.join('.') ?? ''
    log.warn(`desktop call refused: bad input of ${call}`)
    return fail({ code: 'bad-input', detail: { call, field } })
  }
  try {
    // The table ties each name to its input type; the compiler can't follow that through a name it doesn't know.
    const handler = handlers[call] as (input: unknown, caller: Caller) => Promise<Result<unknown, Failure>>
    return await handler(parsed.data, caller)
  } catch (error) {
    log.error(`desktop call failed: ${call}`, error)
    return fail({ code: 'internal', detail: { call } })
  }
}
