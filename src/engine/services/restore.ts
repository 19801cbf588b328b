import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { Failure } from '../../shared/contract/failure.ts'
import { fail, ok } from '../../shared/domain/result.ts'
import type { Result } from '../../shared/domain/result.ts'
import type { Instant } from '../../shared/domain/time.ts'
import { checkAside } from '../store/check.ts'
import { DATABASE_FILE, openDatabase, storageFailure } from '../store/database.ts'
import type { Db } from '../store/database.ts'
import { tidyPages } from '../store/erasure.ts'
import { migrations } from '../store/migrations/index.ts'
import { holdBackOutbox } from '../store/outbox.ts'
import { readSetting, writeSetting } from '../store/settings.ts'
import { readSnapshot } from '../store/snapshot.ts'
import { backupFolder, fileFailure, readBackupName } from './backup-files.ts'
import { setAside } from './damage.ts'
import { eraseInside } from './erasing.ts'
import { keepErasures, knownErasures } from './erasure-ledger.ts'

// Putting a backup back, in two steps that a crash can't tear: everything is done in a folder of its own, and the result is
// renamed to READY; the next start takes that in place of the database, which is put aside and never deleted.

const READY = 'restore-ready.db'
const WORK = 'restore'

/** The whole of what is there is checked: fails with not-a-backup, backup-damaged or database-newer. */
export async function checkBackup(file: string): Promise<Result<null, Failure>> {
  const wrong = await checkAside(file, 'full')
  if (wrong.length > 0) return fail({ code: wrong.includes('SQLITE_NOTADB') ? 'not-a-backup' : 'backup-damaged' })
  const facts = readSnapshot(file)
  if (facts === null) return fail({ code: 'not-a-backup' })
  const known = Object.keys(migrations).length
  if (facts.version > known) {
    return fail({ code: 'database-newer', detail: { file: basename(file), version: facts.version, known } })
  }
  return ok(null)
}

export interface Source {
  /** An unsealed backup. */
  readonly file: string
  /** Where it was found; what was erased since is looked for there. Null when it came from nowhere in particular. */
  readonly folder: string | null
  readonly madeAt: Instant
  readonly shop: string | null
}

/**
 * Makes of a backup what can take the database's place: of this version, its unsent mails held back for a person, and
 * erased customers erased again. The next start takes it. Fails as checkBackup and openDatabase do.
 */
export async function prepareRestore(profile: string, source: Source, now: Instant): Promise<Result<null, Failure>> {
  const work = join(profile, WORK)
  try {
    rmSync(work, { recursive: true, force: true })
    mkdirSync(work, { recursive: true })
    copyFileSync(source.file, join(work, DATABASE_FILE))
    const sound = await checkBackup(join(work, DATABASE_FILE))
    if (!sound.ok) return sound
    const opened = await openDatabase(work)
    if (!opened.ok) return opened
    const { db, sqlite } = opened.value
    const shop = (await readSetting(db, 'backup'))?.shop ?? source.shop ?? ''
    const erasures = knownErasures(profile, source.folder, shop)
    await db.transaction().execute((trx) => adapt(trx, erasures, source.madeAt, now))
    if (erasures.length > 0) await tidyPages(db)
    sqlite.pragma('journal_mode = DELETE')
    await db.destroy()
    keepErasures(profile, erasures)
    renameSync(join(work, DATABASE_FILE), join(profile, READY))
    return ok(null)
  } catch (error) {
    const failure = storageFailure(error, profile) ?? fileFailure(error, profile)
    if (failure === null) throw error
    return fail(failure)
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}

async function adapt(
  trx: Db,
  erasures: ReturnType<typeof knownErasures>,
  madeAt: Instant,
  now: Instant,
): Promise<void> {
  await holdBackOutbox(trx)
  for (const erasure of erasures) await eraseInside(trx, erasure, null)
  await writeSetting(trx, 'restored', { at: now, madeAt })
}

/** At a start, before the database is opened: takes what was prepared. Does nothing when nothing was. */
export function takeRestored(profile: string, now: Instant): void {
  const ready = join(profile, READY)
  if (!existsSync(ready)) return
  setAside(profile, now)
  renameSync(ready, join(profile, DATABASE_FILE))
}

/** At a start, when a person chose a backup of the profile in place of a damaged database. */
export async function restoreByName(profile: string, name: string, now: Instant): Promise<Result<null, Failure>> {
  const named = readBackupName(name)
  if (named === null || named.sealed) return fail({ code: 'not-a-backup' })
  const file = join(backupFolder(profile), name)
  if (!existsSync(file)) return fail({ code: 'not-found' })
  return prepareRestore(profile, { file, folder: dirname(file), madeAt: named.at, shop: named.shop }, now)
}
