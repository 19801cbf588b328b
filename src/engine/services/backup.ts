import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import type { BackupPreview, BackupStatus } from '../../shared/contract/backup.ts'
import type { Failure } from '../../shared/contract/failure.ts'
import { fail, ok } from '../../shared/domain/result.ts'
import type { Result } from '../../shared/domain/result.ts'
import type { Context, Handlers } from '../context.ts'
import { readSetting } from '../store/settings.ts'
import { countSince, readSnapshot } from '../store/snapshot.ts'
import { backupFolder, fileFailure, listBackups, profileOf, readBackupName } from './backup-files.ts'
import { isSealed, unsealFile } from './backup-seal.ts'
import { changeBackupSettings, readBackupSettings } from './backup-settings.ts'
import type { BackupWork } from './backup-work.ts'
import { checkBackup, prepareRestore } from './restore.ts'

type Names =
  | 'backup.status'
  | 'backup.now'
  | 'backup.drop-folder'
  | 'backup.set-password'
  | 'backup.preview'
  | 'backup.set-folder'
  | 'backup.choose'
  | 'backup.restore'

/** `startAgain` ends this engine once the answer is out; the next one takes what was put back. */
export function backupHandlers(work: BackupWork, startAgain: () => void): Handlers<Names> {
  /** The file that a person chose in main's dialog. */
  let chosen: string | null = null

  /** Gives `use` an unsealed copy of that backup, checked as a whole. */
  async function withBackup<T>(
    context: Context,
    { name, password }: { readonly name: string; readonly password: string | null },
    use: (file: string, where: string) => Promise<Result<T, Failure>>,
  ): Promise<Result<T, Failure>> {
    const file = await placeOf(context, name, chosen)
    if (file === null) return fail({ code: 'not-found' })
    const scratch = join(profileOf(context), 'unsealed')
    try {
      if (!(await isSealed(file))) {
        const sound = await checkBackup(file)
        return sound.ok ? await use(file, file) : sound
      }
      if (password === null) return fail({ code: 'backup-password' })
      mkdirSync(scratch, { recursive: true })
      const plain = join(mkdtempSync(join(scratch, 'x-')), 'backup.db')
      const unsealed = await unsealFile(file, plain, password)
      if (!unsealed.ok) return unsealed
      const sound = await checkBackup(plain)
      return sound.ok ? await use(plain, file) : sound
    } catch (error) {
      const failure = fileFailure(error, basename(file))
      if (failure === null) throw error
      return fail(failure)
    } finally {
      rmSync(scratch, { recursive: true, force: true })
    }
  }

  return {
    'backup.status': async (context) => ok(await status(context, work)),
    'backup.now': () => work.makeNow(),

    async 'backup.drop-folder'(context) {
      await changeBackupSettings(context, { folder: null, folderSeenAt: null, folderUsedAt: null })
      return ok(null)
    },

    async 'backup.set-folder'(context, { path }) {
      const folder = resolve(path)
      if (!existsSync(folder)) return fail({ code: 'file-unreadable', detail: { file: folder } })
      await changeBackupSettings(context, { folder, folderSeenAt: context.clock.now(), folderUsedAt: null })
      return work.makeNow()
    },

    async 'backup.set-password'(context, { password }) {
      const kept = await context.secrets.set('backup', password)
      if (!kept.ok) return kept
      await changeBackupSettings(context, { sealed: password !== null })
      return ok(null)
    },

    async 'backup.choose'(_context, { path }) {
      try {
        const sealed = await isSealed(path)
        chosen = path
        return ok({ name: basename(path), sealed })
      } catch (error) {
        const failure = fileFailure(error, basename(path))
        if (failure === null) throw error
        return fail(failure)
      }
    },

    'backup.preview': (context, input) =>
      withBackup(context, input, async (file, where) => ok(preview(context, file, madeAt(where)))),

    'backup.restore': (context, input) =>
      withBackup(context, input, async (file, where) => {
        const at = madeAt(where)
        const shop = readBackupName(basename(where))?.shop ?? null
        const source = { file, folder: dirname(where), madeAt: at, shop }
        const prepared = await prepareRestore(profileOf(context), source, context.clock.now())
        if (prepared.ok) startAgain()
        return prepared
      }),
  }
}

async function placeOf(context: Context, name: string, chosen: string | null): Promise<string | null> {
  const { folder } = await readBackupSettings(context)
  const places = [join(backupFolder(profileOf(context)), name), ...(folder === null ? [] : [join(folder, name)])]
  const file = name === 'chosen' ? chosen : places.find((place) => existsSync(place))
  return file ?? null
}

/** What its name says, or else when the file was last written. */
function madeAt(file: string): number {
  return readBackupName(basename(file))?.at ?? Math.floor(statSync(file).mtimeMs)
}

function preview({ sqlite }: Context, file: string, at: number): BackupPreview {
  const { business, cases, customers, openPromises, newestContactAt, unsent } = readSnapshot(file)!
  return { at, business, cases, customers, openPromises, newestContactAt, unsent, lacks: countSince(sqlite, at) }
}

async function status(context: Context, work: BackupWork): Promise<BackupStatus> {
  const { shop, folder, sealed, madeAt, folderUsedAt, checkedAt } = await readBackupSettings(context)
  const here = listBackups(backupFolder(profileOf(context)), 'profile', null)
  const there = folder === null ? [] : listBackups(folder, 'folder', shop)
  return {
    folder: folder === null ? null : { path: folder, present: existsSync(folder), usedAt: folderUsedAt },
    sealed,
    madeAt,
    failure: work.warning(),
    checkedAt,
    restoredAt: (await readSetting(context.db, 'restored'))?.at ?? null,
    backups: [...here, ...there].toSorted((a, b) => b.at - a.at),
  }
}
