import { accessSync, constants, mkdirSync } from 'node:fs'
import { basename, dirname, posix, win32 } from 'node:path'
import { join } from 'node:path'
import { fail, ok } from '../shared/domain/result.ts'
import type { Result } from '../shared/domain/result.ts'
import type { Failure } from '../shared/contract/failure.ts'
import type { Flags } from './flags.ts'

// The profile is the one folder that holds everything of a business: database, logs, backups, secrets, window sizes.

const PRACTICE = 'practice'

/** Where the system wants programs to keep a user's data. Not the roaming folder of Windows: a database must not be copied about. */
export function defaultProfile(platform: NodeJS.Platform, env: NodeJS.ProcessEnv, home: string): string {
  if (platform === 'win32') return win32.join(env['LOCALAPPDATA'] ?? win32.join(home, 'AppData', 'Local'), 'Belofte')
  if (platform === 'darwin') return posix.join(home, 'Library', 'Application Support', 'Belofte')
  const data = env['XDG_DATA_HOME']
  return posix.join(data?.startsWith('/') === true ? data : posix.join(home, '.local', 'share'), 'belofte')
}

/** The practice business has a folder of its own inside the real one's, unless a folder was named for it. */
export function profileFolder(flags: Pick<Flags, 'profile' | 'demo'>, standard: string): string {
  if (flags.profile !== null) return flags.profile
  return flags.demo === null ? standard : join(standard, PRACTICE)
}

/** The arguments that open the practice business from `profile`, or the real one from the practice folder. */
export function otherBusiness(profile: string, standard: string, practice: boolean): string[] {
  if (practice) return ['--demo', `--profile=${join(profile, PRACTICE)}`]
  return [`--profile=${basename(profile) === PRACTICE ? dirname(profile) : standard}`]
}

/** Makes the folder when it isn't there. Fails with profile-not-writable. */
export function prepareProfile(profile: string): Result<null, Failure> {
  try {
    mkdirSync(profile, { recursive: true })
    accessSync(profile, constants.R_OK | constants.W_OK)
    return ok(null)
  } catch {
    return fail({ code: 'profile-not-writable', detail: { file: profile } })
  }
}
