import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Failure } from '../../shared/contract/failure.ts'
import type { Instant } from '../../shared/domain/time.ts'
import { checkHere } from '../store/check.ts'
import { DATABASE_FILE } from '../store/database.ts'
import { BESIDE } from '../store/snapshot.ts'
import { backupFolder, listBackups } from './backup-files.ts'

// A damaged database is never repaired in place and never deleted: it is put aside as it is, and a backup takes its place.

/** Left behind when the check in the background found damage: the next start must not go on as if nothing were wrong. */
const MARK = 'damaged'

export function markDamaged(profile: string): void {
  writeFileSync(join(profile, MARK), '')
}

/** Whether an earlier check found damage that is still there. */
export function isMarkedDamaged(profile: string): boolean {
  const mark = join(profile, MARK)
  if (!existsSync(mark)) return false
  const file = join(profile, DATABASE_FILE)
  if (existsSync(file) && checkHere(file, 'full').length > 0) return true
  rmSync(mark)
  return false
}

/** What can be offered in place of a damaged database: the newest backup that is sound, when there is one. */
export function withRescue(failure: Failure, profile: string): Failure {
  const folder = backupFolder(profile)
  const good = listBackups(folder, 'profile', null).find(({ name, sealed }) => !sealed && isSound(join(folder, name)))
  if (good === undefined) return failure
  return { ...failure, detail: { ...failure.detail, backup: good.name, backupAt: good.at } }
}

function isSound(file: string): boolean {
  try {
    return checkHere(file, 'full').length === 0
  } catch {
    return false
  }
}

/** Puts the database aside as it is, with what SQLite keeps beside it; returns where. */
export function setAside(profile: string, now: Instant): string {
  const stamp = new Date(now)
    .toISOString()
    .replace(/\.\d+Z$/, 'Z')
    .replace(/[-:]/g, '')
  const folder = join(profile, 'set-aside', stamp)
  mkdirSync(folder, { recursive: true })
  // The database last: a start after a crash in between finds it still in place, and does the rest.
  for (const end of [...BESIDE, '']) {
    const file = join(profile, DATABASE_FILE + end)
    if (existsSync(file)) renameSync(file, join(folder, DATABASE_FILE + end))
  }
  rmSync(join(profile, MARK), { force: true })
  return folder
}
