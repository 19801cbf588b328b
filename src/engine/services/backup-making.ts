import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { copyFile, open, rename } from 'node:fs/promises'
import { join } from 'node:path'
import type { Failure } from '../../shared/contract/failure.ts'
import { backupsToKeep } from '../../shared/domain/backup-rotation.ts'
import { fail, ok } from '../../shared/domain/result.ts'
import type { Result } from '../../shared/domain/result.ts'
import type { ZoneName } from '../../shared/domain/time.ts'
import type { Context } from '../context.ts'
import { checkAside } from '../store/check.ts'
import { storageFailure } from '../store/database.ts'
import type { KeptBackupSettings } from '../store/settings.ts'
import { copyDatabase, removeDatabase } from '../store/snapshot.ts'
import { backupFolder, backupName, fileFailure, listBackups, profileOf } from './backup-files.ts'
import { sealFile } from './backup-seal.ts'
import { copyErasures } from './erasure-ledger.ts'

/** Half-made files have this end, so that nobody takes one for a backup. */
const HALF = '.part'

/**
 * Makes a backup in the profile: copied while the database is in use, read back and checked as a whole, and only then given
 * its name. Old ones go by the rotation. Fails with disk-full, file-not-writable or backup-damaged, leaving the others.
 */
export async function makeBackup(context: Context, shop: string, zone: ZoneName): Promise<Result<string, Failure>> {
  const folder = backupFolder(profileOf(context))
  const name = backupName(shop, context.clock.now(), 'db')
  const half = join(folder, name + HALF)
  try {
    mkdirSync(folder, { recursive: true })
    sweepHalves(folder, shop)
    await copyDatabase(context.sqlite, half)
    const wrong = await checkAside(half, 'full')
    if (wrong.length > 0) {
      removeDatabase(half)
      return fail({ code: 'backup-damaged' })
    }
    await settle(half, join(folder, name))
    rotate(folder, shop, zone)
    return ok(join(folder, name))
  } catch (error) {
    if (existsSync(half)) removeDatabase(half)
    const failure = storageFailure(error, folder) ?? fileFailure(error, folder)
    if (failure === null) throw error
    return fail(failure)
  }
}

/** Puts a copy in the second folder, with the password when there is one; false when the folder is not there now. */
export async function copyToFolder(
  context: Context,
  backup: string,
  { folder, shop }: KeptBackupSettings,
  password: string | null,
  zone: ZoneName,
): Promise<Result<boolean, Failure>> {
  if (folder === null || !existsSync(folder)) return ok(false)
  const end = password === null ? 'db' : 'sealed'
  const name = backupName(shop, context.clock.now(), end)
  const half = join(folder, name + HALF)
  try {
    sweepHalves(folder, shop)
    if (password === null) await copyFile(backup, half)
    else await sealFile(backup, half, password)
    await settle(half, join(folder, name))
    rotate(folder, shop, zone)
    copyErasures(profileOf(context), folder, shop)
    return ok(true)
  } catch (error) {
    rmSync(half, { force: true })
    const failure = fileFailure(error, folder)
    if (failure === null) throw error
    return fail(failure)
  }
}

/** On the disk, and not only in the memory of a PC that is switched off a moment later; then under its own name. */
async function settle(half: string, file: string): Promise<void> {
  const handle = await open(half, 'r+')
  await handle.sync()
  await handle.close()
  await rename(half, file)
}

function rotate(folder: string, shop: string, zone: ZoneName): void {
  const backups = listBackups(folder, 'folder', shop)
  const keep = backupsToKeep(backups, zone)
  for (const { name } of backups) if (!keep.has(name)) removeDatabase(join(folder, name))
}

/** Of a backup during which the PC went out. */
function sweepHalves(folder: string, shop: string): void {
  for (const name of readdirSync(folder)) {
    if (name.startsWith(`belofte-${shop}-`) && name.includes(HALF)) removeDatabase(join(folder, name))
  }
}
