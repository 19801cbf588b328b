import { z } from 'zod'
import type { Instant } from '../domain/time.ts'
import { command, nothing, query, returns } from './define.ts'
import type { Failure } from './failure.ts'

/** A backup by its name in one of the two folders, or the file that a person chose ('chosen'). Never a path: see main-only.ts. */
const backupName = z.union([
  z.literal('chosen'),
  z.string().regex(/^belofte-[0-9a-f]{8}-\d{8}T\d{6}Z\.(?:db|sealed)$/, { error: 'no name of a backup' }),
])
const password = z.string().max(1_000)

export interface BackupFile {
  readonly name: string
  readonly at: Instant
  /** Bytes. */
  readonly size: number
  /** With a password. */
  readonly sealed: boolean
  /** In the profile, or in the second folder. */
  readonly where: 'profile' | 'folder'
}

export interface BackupStatus {
  /** A second place, such as a USB stick; null when there is none. */
  readonly folder: {
    readonly path: string
    readonly present: boolean
    /** When a backup was last put there; null when none has been. */
    readonly usedAt: Instant | null
  } | null
  /** Backups outside the profile get a password. */
  readonly sealed: boolean
  /** When a backup was last made and read back. */
  readonly madeAt: Instant | null
  readonly failure: Failure | null
  /** When the database was last checked as a whole. */
  readonly checkedAt: Instant | null
  /** When a backup was put back here. */
  readonly restoredAt: Instant | null
  /** Newest first. */
  readonly backups: readonly BackupFile[]
}

/** What is in a backup, read from the backup itself. */
export interface BackupPreview {
  readonly at: Instant
  readonly business: string
  readonly cases: number
  readonly customers: number
  readonly openPromises: number
  readonly newestContactAt: Instant | null
  /** Mails that had not gone out then: they wait for a person afterwards. */
  readonly unsent: number
  /** What is here now and not in the backup; null when what is here can't be read. */
  readonly lacks: { readonly cases: number; readonly contacts: number; readonly promises: number } | null
}

export const backupEntries = {
  'backup.status': query(nothing, returns<BackupStatus>()),
  'backup.now': command(nothing, returns<null>()),
  'backup.drop-folder': command(nothing, returns<null>()),
  /** For the second folder; null for none. Kept in the system's key store. Fails with no-key-store. */
  'backup.set-password': command(z.strictObject({ password: password.min(8).nullable() }), returns<null>()),
  'backup.preview': command(
    z.strictObject({ name: backupName, password: password.nullable() }),
    returns<BackupPreview>(),
  ),
  /** For main only: a folder that a person chose. */
  'backup.set-folder': command(z.strictObject({ path: z.string().min(1).max(4_000) }), returns<null>()),
  /** For main only: a file that a person chose; from here on it is 'chosen'. */
  'backup.choose': command(
    z.strictObject({ path: z.string().min(1).max(4_000) }),
    returns<{ readonly name: string; readonly sealed: boolean }>(),
  ),
  /** For main only, after a person confirmed it there: the engine starts again with what is in the backup. */
  'backup.restore': command(z.strictObject({ name: backupName, password: password.nullable() }), returns<null>()),
}
