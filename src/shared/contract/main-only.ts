import type { CallName } from './index.ts'

/**
 * Calls that only main may make, after a person chose or confirmed something in a dialog of the system. A window that was
 * taken over by a script can't name a path, read a file, or put another database in place.
 */
export const MAIN_ONLY: ReadonlySet<CallName> = new Set<CallName>([
  'backup.choose',
  'backup.restore',
  'backup.set-folder',
  'privacy.erase',
  'privacy.export',
  'provision.apply',
])
