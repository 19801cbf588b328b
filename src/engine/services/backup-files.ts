import { existsSync, readdirSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { BackupFile } from '../../shared/contract/backup.ts'
import type { Failure } from '../../shared/contract/failure.ts'
import type { Instant } from '../../shared/domain/time.ts'
import type { Context } from '../context.ts'

const NAME = /^belofte-([0-9a-f]{8})-(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})Z\.(db|sealed)$/

/** The folder that holds everything of this business. */
export const profileOf = ({ sqlite }: Pick<Context, 'sqlite'>): string => dirname(sqlite.name)
export const backupFolder = (profile: string): string => join(profile, 'backups')

export function backupName(shop: string, at: Instant, end: 'db' | 'sealed'): string {
  const stamp = new Date(at)
    .toISOString()
    .replace(/\.\d+Z$/, 'Z')
    .replace(/[-:]/g, '')
  return `belofte-${shop}-${stamp}.${end}`
}

export interface NamedBackup {
  readonly shop: string
  readonly at: Instant
  readonly sealed: boolean
}

/** What the name of a backup says; null for any other file. */
export function readBackupName(name: string): NamedBackup | null {
  const [, shop, year, month, day, hour, minute, second, end] = NAME.exec(name) ?? []
  if (shop === undefined) return null
  const at = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`)
  return Number.isNaN(at) ? null : { shop, at, sealed: end === 'sealed' }
}

/** Backups in a folder, newest first; none when it isn't there. Those of one shop only, when one is named. */
export function listBackups(folder: string, where: BackupFile['where'], shop: string | null): BackupFile[] {
  if (!existsSync(folder)) return []
  const files = readdirSync(folder).flatMap((name): BackupFile[] => {
    const named = readBackupName(name)
    if (named === null || (shop !== null && named.shop !== shop)) return []
    const { size } = statSync(join(folder, name))
    return [{ name, at: named.at, size, sealed: named.sealed, where }]
  })
  return files.toSorted((a, b) => b.at - a.at)
}

/** What an error of the file system means to a person; null when it is a bug of ours. */
export function fileFailure(error: unknown, file: string): Failure | null {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return null
  if (error.code === 'ENOSPC' || error.code === 'EDQUOT') return { code: 'disk-full', detail: { file } }
  if (error.code === 'ENOENT' || error.code === 'EISDIR') return { code: 'file-unreadable', detail: { file } }
  return /^E[A-Z]+$/.test(error.code) ? { code: 'file-not-writable', detail: { file } } : null
}
