import electronLog from 'electron-log/main'
import { join } from 'node:path'

/** Never a body, an address, a subject or a secret: what is logged may be sent to a stranger for help. */
export interface Log {
  info(what: string): void
  warn(what: string): void
  error(what: string, error: unknown): void
}

const MEGABYTE = 1024 * 1024

/** Writes `logs/main.log` in the profile; at 1 MB it moves to main.old.log and starts again. Nothing leaves the PC. */
export function createLog(profile: string): Log {
  const log = electronLog.create({ logId: 'main' })
  log.transports.console.level = false
  log.transports.ipc.level = false
  log.transports.file.resolvePathFn = () => join(profile, 'logs', 'main.log')
  log.transports.file.maxSize = MEGABYTE
  log.transports.file.format = '{iso} [{level}] {text}'
  return {
    info: (what) => log.info(what),
    warn: (what) => log.warn(what),
    error: (what, error) => log.error(what, describe(error)),
  }
}

/** Where it went wrong, and a message without the addresses that it may quote. */
function describe(error: unknown): string {
  if (!(error instanceof Error)) return typeof error
  const [, ...frames] = (error.stack ?? '').split('\n    at ')
  return [`${error.name}: ${error.message.slice(0, 300).replace(/\S+@\S+/g, '<address>')}`, ...frames.slice(0, 8)].join(
    '\n    at ',
  )
}
