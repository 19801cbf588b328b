import { existsSync } from 'node:fs'
import type { Failure } from '../../shared/contract/failure.ts'
import { endOfDay, dayOf } from '../../shared/domain/local-days.ts'
import { fail, ok } from '../../shared/domain/result.ts'
import type { Result } from '../../shared/domain/result.ts'
import { DAY, HOUR, MINUTE } from '../../shared/domain/time.ts'
import type { Context, Worker } from '../context.ts'
import { checkAside } from '../store/check.ts'
import { copyToFolder, makeBackup } from './backup-making.ts'
import { changeBackupSettings, readBackupSettings } from './backup-settings.ts'
import { readBusiness } from './business.ts'

/** A start has better things to do first. */
const AFTER_START = 2 * MINUTE
/** A full disk or an absent stick is looked at again after this. */
const LOOK_AGAIN = HOUR
const CHECK_EVERY = 7 * DAY
const FOLDER_MISSED_AFTER = 7 * DAY

export interface BackupWork extends Worker {
  /** Makes one now, whatever was made today. Fails as makeBackup does. */
  makeNow(): Promise<Result<null, Failure>>
  /** What a person should know; null when all is well. */
  warning(): Failure | null
}

/**
 * A backup a day while the program runs, with a copy in the second folder whenever that is there, and a check of the whole
 * database a week. `onDamaged` hears when that finds something.
 */
export function startBackups(context: Context, onDamaged: () => void): BackupWork {
  const { clock, log } = context
  let warning: Failure | null = null
  let turn: Promise<unknown> = Promise.resolve()
  let cancel = (): void => undefined
  let stopped = false

  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = turn.then(work)
    turn = result.catch(() => undefined)
    return result
  }

  async function make(): Promise<Result<null, Failure>> {
    const { zone } = await readBusiness(context.db)
    const settings = await readBackupSettings(context)
    const made = await makeBackup(context, settings.shop, zone)
    if (!made.ok) return made
    await changeBackupSettings(context, { madeAt: clock.now() })
    const password = settings.sealed ? await context.secrets.get('backup') : ok(null)
    if (!password.ok) return password
    // It was switched on, so nothing may leave without one.
    if (settings.sealed && password.value === null) return fail({ code: 'password-missing' })
    const copied = await copyToFolder(context, made.value, settings, password.value, zone)
    if (!copied.ok) return copied
    const now = clock.now()
    if (copied.value) await changeBackupSettings(context, { folderSeenAt: now, folderUsedAt: now })
    return ok(null)
  }

  async function isDue(): Promise<boolean> {
    const { zone } = await readBusiness(context.db)
    const { madeAt, folder, folderUsedAt } = await readBackupSettings(context)
    const today = dayOf(zone, clock.now())
    if (madeAt === null || dayOf(zone, madeAt) !== today) return true
    // A stick that was put in again gets today's.
    return folder !== null && existsSync(folder) && (folderUsedAt === null || dayOf(zone, folderUsedAt) !== today)
  }

  async function round(): Promise<void> {
    if (stopped) return
    if (await isDue()) {
      const made = await make()
      setWarning(made.ok ? await missedFolder() : made.error)
    } else {
      setWarning(await missedFolder())
    }
    await checkWhole()
  }

  async function missedFolder(): Promise<Failure | null> {
    const { folder, folderSeenAt } = await readBackupSettings(context)
    if (folder === null || existsSync(folder)) return null
    const away = clock.now() - (folderSeenAt ?? clock.now())
    if (away < FOLDER_MISSED_AFTER) return null
    return { code: 'backup-folder-away', detail: { folder, days: Math.floor(away / DAY) } }
  }

  async function checkWhole(): Promise<void> {
    const { checkedAt } = await readBackupSettings(context)
    // Once at each start in any case: whatever happened to the disk while the PC was off shows now.
    const isFull = checkedAt === null || clock.now() - checkedAt >= CHECK_EVERY
    if (!isFull && checkedSinceStart) return
    checkedSinceStart = true
    const wrong = await checkAside(context.sqlite.name, isFull ? 'full' : 'quick')
    if (wrong.length > 0) {
      log.warn('the database is damaged', { findings: wrong.length })
      return onDamaged()
    }
    if (isFull) await changeBackupSettings(context, { checkedAt: clock.now() })
  }
  let checkedSinceStart = false

  function setWarning(next: Failure | null): void {
    const isNew = next?.code !== warning?.code
    warning = next
    if (isNew) context.changed(['status', 'backup'])
  }

  function look(): void {
    cancel()
    void inTurn(round)
      .catch((error: unknown) => log.error('backup', error))
      .then(schedule)
  }

  async function schedule(): Promise<void> {
    cancel()
    if (stopped) return
    const { zone } = await readBusiness(context.db)
    const now = clock.now()
    cancel = clock.at(Math.min(now + LOOK_AGAIN, endOfDay(zone, now)), look)
  }

  // A practice business has nothing to lose.
  if (!context.practice) cancel = clock.at(clock.now() + AFTER_START, look)
  return {
    poke: () => undefined,
    // It may have slept through a day.
    wake() {
      if (!context.practice) look()
    },
    async stop() {
      stopped = true
      cancel()
      await turn
    },
    async makeNow() {
      const made = await inTurn(make)
      setWarning(made.ok ? null : made.error)
      return made
    },
    warning: () => warning,
  }
}
