import { randomBytes } from 'node:crypto'
import type { Context } from '../context.ts'
import { readSetting, writeSetting } from '../store/settings.ts'
import type { KeptBackupSettings } from '../store/settings.ts'

const NEVER = { madeAt: null, folderSeenAt: null, folderUsedAt: null, checkedAt: null } as const

export async function readBackupSettings({ db }: Pick<Context, 'db'>): Promise<KeptBackupSettings> {
  const kept = await readSetting(db, 'backup')
  if (kept !== null) return kept
  const fresh = { shop: randomBytes(4).toString('hex'), folder: null, sealed: false, ...NEVER }
  await writeSetting(db, 'backup', fresh)
  return fresh
}

export async function changeBackupSettings(context: Context, change: Partial<KeptBackupSettings>): Promise<void> {
  await writeSetting(context.db, 'backup', { ...(await readBackupSettings(context)), ...change })
  context.changed(['backup', 'status'])
}
