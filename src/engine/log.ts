import { join } from 'node:path'
import electronLog from 'electron-log/node'
import type { Log } from './context.ts'

const MEGABYTE = 1024 * 1024

/** Writes `logs/engine.log` in the profile; at 1 MB it moves to engine.old.log and starts again. */
export function createLog(profile: string): Log {
  const log = electronLog.create({ logId: 'engine' })
  log.transports.console.level = false
  log.transports.file.resolvePathFn = () => join(profile, 'logs', 'engine.log')
  log.transports.file.maxSize = MEGABYTE
  log.transports.file.format = '{iso} [{level}] {text}'
  return {
    info: (what, facts = {}) => log.info(what, JSON.stringify(facts)),
    warn: (what, facts = {}) => log.warn(what, JSON.stringify(facts)),
    error: (what, error) => log.error(what, describe(error)),
  }
}

/** Where it went wrong, and a message without the addresses that servers like to quote. */
function describe(error: unknown): string {
  if (!(error instanceof Error)) return typeof error
  const [, ...frames] = (error.stack ?? '').split('\n    at ')
  const message = error.message.slice(0, 300).replace(/\S+@\S+/g, '<address>')
  return [`${error.name}: ${message}`, ...frames.slice(0, 8)].join('\n    at ')
}
