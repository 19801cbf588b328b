import { z } from 'zod'
import { command, id, nothing, query, returns } from './define.ts'

const pin = z.string().regex(/^\d{4,12}$/, { error: 'four to twelve digits' })

export interface LockSettings {
  /** The screen locks after so many minutes without anybody touching it; null for never. */
  readonly minutes: number | null
  /** Staff who have a PIN. */
  readonly withPin: readonly string[]
}

export const lockEntries = {
  'lock.get': query(nothing, returns<LockSettings>()),
  /** Refused with pin-needed while nobody could unlock it again. */
  'lock.set-minutes': command(z.strictObject({ minutes: z.int().min(1).max(240).nullable() }), returns<null>()),
  /** `current` is the PIN that it replaces. Refused with pin-wrong; with pin-needed when it is the last one of a lock that is on. */
  'lock.set-pin': command(
    z.strictObject({ staffId: id, pin: pin.nullable(), current: pin.nullable() }),
    returns<null>(),
  ),
  /** Refused with pin-wrong, and after five wrong ones for a while with pin-wait. */
  'lock.open': command(z.strictObject({ staffId: id, pin }), returns<null>()),
}
