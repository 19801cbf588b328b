import { createHash } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { Failure } from '../shared/contract/failure.ts'
import type { ExportOptions, OverviewSettingsView, OverviewTable } from '../shared/contract/overview.ts'
import { fail, ok } from '../shared/domain/result.ts'
import type { Result } from '../shared/domain/result.ts'
import type { EngineClient } from './engine-client.ts'
import type { Log } from './log.ts'
import { writeFailure } from './secrets.ts'

export interface OverviewFile {
  readonly name: string
  readonly bytes: Uint8Array
}

export type OverviewFormat = 'pdf' | 'xlsx' | 'csv'

export interface DeliveryOptions {
  readonly client: Pick<EngineClient, 'call'>
  readonly log: Pick<Log, 'warn'>
  make(options: ExportOptions, format: OverviewFormat, table: OverviewTable): Promise<Result<OverviewFile, Failure>>
  mail(input: ExportOptions & { readonly to: string }, contactId: string): Promise<Result<null, Failure>>
}

const FILES = [
  ['pdf', 'cases'],
  ['xlsx', 'cases'],
  ['csv', 'cases'],
  ['csv', 'promises'],
  ['csv', 'contacts'],
] as const satisfies readonly (readonly [OverviewFormat, OverviewTable])[]

/** Delivers every month that is over and waits, oldest first; tells the engine how each went. */
export async function deliverDue(options: DeliveryOptions): Promise<void> {
  const { client, log } = options
  const [due, settings] = [await client.call('overview.due', {}), await client.call('overview.settings', {})]
  if (!due.ok || !settings.ok) return
  for (const month of due.value) {
    const done = await deliverMonth(options, month, settings.value)
    if (!done.ok) log.warn(`overview not delivered: ${done.error.code}`)
    await client.call('overview.delivered', { month, failure: done.ok ? null : done.error })
    // What stopped this month would stop the next one too; the engine asks again.
    if (!done.ok) return
  }
}

async function deliverMonth(
  { make, mail }: DeliveryOptions,
  month: string,
  { folder, mailTo, language, names }: OverviewSettingsView,
): Promise<Result<null, Failure>> {
  const options = { month, language, names }
  if (folder !== null) {
    for (const [format, table] of FILES) {
      const made = await make(options, format, table)
      if (!made.ok) return made
      const written = await writeInto(folder, made.value)
      if (!written.ok) return written
    }
  }
  if (mailTo === null) return ok(null)
  return mail({ ...options, to: mailTo }, idOf(`overview ${month} ${mailTo}`))
}

async function writeInto(folder: string, { name, bytes }: OverviewFile): Promise<Result<null, Failure>> {
  const file = join(folder, basename(name))
  try {
    await mkdir(folder, { recursive: true })
    await writeFile(file, bytes)
    return ok(null)
  } catch (error) {
    return fail(writeFailure(error, file))
  }
}

/** A UUID (version 8) that follows from what it names. */
function idOf(what: string): string {
  const hex = createHash('sha256').update(what).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
