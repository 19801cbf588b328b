import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'
import type { Failure } from '../../shared/contract/failure.ts'
import { fail, ok } from '../../shared/domain/result.ts'
import type { Result } from '../../shared/domain/result.ts'
import { HOUR } from '../../shared/domain/time.ts'
import type { Instant } from '../../shared/domain/time.ts'
import type { Context, Handlers } from '../context.ts'
import { readSetting, writeSetting } from '../store/settings.ts'
import type { KeptLock } from '../store/settings.ts'
import { staffById } from '../store/staff.ts'

// A lock against whoever walks past, not against who has the PC's account: docs/security.md. A PIN is kept as its scrypt hash.

const COST = { N: 2 ** 16, r: 8, p: 2, maxmem: 96 * 1024 * 1024 }
const MOST_WRONG = 5
const FIRST_WAIT = 30_000

type Names = 'lock.get' | 'lock.set-minutes' | 'lock.set-pin' | 'lock.open'

interface Tries {
  readonly wrong: number
  readonly until: Instant
}

export function lockHandlers(): Handlers<Names> {
  const tries = new Map<string, Tries>()

  /** One guess at the PIN of one person. */
  async function guess(context: Context, staffId: string, pin: string): Promise<Result<null, Failure>> {
    const kept = (await readLock(context)).pins[staffId]
    if (kept === undefined) return fail({ code: 'pin-wrong' })
    const now = context.clock.now()
    const { wrong, until } = tries.get(staffId) ?? { wrong: 0, until: 0 }
    if (now < until) return fail({ code: 'pin-wait', detail: { seconds: Math.ceil((until - now) / 1_000) } })
    // Read and counted in one go, before the hash is worked out: guesses sent at once must not all find the count as it was.
    const count = wrong + 1
    const wait = count < MOST_WRONG ? 0 : Math.min(HOUR, FIRST_WAIT * 2 ** (count - MOST_WRONG))
    tries.set(staffId, { wrong: count, until: now + wait })
    const isRight = timingSafeEqual(await hash(pin, Buffer.from(kept.salt, 'base64')), Buffer.from(kept.hash, 'base64'))
    if (!isRight) return fail({ code: 'pin-wrong' })
    tries.delete(staffId)
    return ok(null)
  }

  return {
    async 'lock.get'(context) {
      const { minutes, pins } = await readLock(context)
      return ok({ minutes, withPin: Object.keys(pins) })
    },

    async 'lock.set-minutes'(context, { minutes }) {
      const lock = await readLock(context)
      if (minutes !== null && Object.keys(lock.pins).length === 0) return fail({ code: 'pin-needed' })
      await save(context, { ...lock, minutes })
      return ok(null)
    },

    async 'lock.set-pin'(context, { staffId, pin, current }) {
      if ((await staffById(context.db, staffId)) === null) return fail({ code: 'not-found' })
      if ((await readLock(context)).pins[staffId] !== undefined) {
        const guessed = current === null ? fail({ code: 'pin-wrong' } as const) : await guess(context, staffId, current)
        if (!guessed.ok) return guessed
      }
      const added = pin === null ? {} : { [staffId]: await made(pin) }
      const lock = await readLock(context)
      const { [staffId]: _before, ...others } = lock.pins
      const pins = { ...others, ...added }
      if (lock.minutes !== null && Object.keys(pins).length === 0) return fail({ code: 'pin-needed' })
      await save(context, { ...lock, pins })
      return ok(null)
    },

    'lock.open': (context, { staffId, pin }) => guess(context, staffId, pin),
  }
}

async function readLock({ db }: Context): Promise<KeptLock> {
  return (await readSetting(db, 'lock')) ?? { minutes: null, pins: {} }
}

async function save(context: Context, lock: KeptLock): Promise<void> {
  await writeSetting(context.db, 'lock', lock)
  context.changed(['lock'])
}

async function made(pin: string): Promise<KeptLock['pins'][string]> {
  const salt = randomBytes(16)
  return { salt: salt.toString('base64'), hash: (await hash(pin, salt)).toString('base64') }
}

function hash(pin: string, salt: Uint8Array): Promise<Buffer> {
  return new Promise((resolve, reject) =>
    scrypt(pin, salt, 32, COST, (error, key) => (error === null ? resolve(key) : reject(error))),
  )
}
