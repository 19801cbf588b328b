import { createHash } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { dialog } from 'electron'
import type { BrowserWindow } from 'electron'
import type { Failure } from '../shared/contract/failure.ts'
import type { ExportOptions, OverviewSettingsView, OverviewTable } from '../shared/contract/overview.ts'
import { fail, ok } from '../shared/domain/result.ts'
import type { Result } from '../shared/domain/result.ts'
import type { EngineClient } from './engine-client.ts'
import type { Log } from './log.ts'
import { overviewPdf } from './overview-pdf.ts'
import { saveFile } from './save-file.ts'
import { writeFailure } from './secrets.ts'
import type { Windows } from './windows.ts'
import { wordsIn } from './words.ts'
import type { Words } from './words.ts'

// The monthly overview as files: on demand, and every month by itself. Spreadsheets come from the engine, the PDF from a page
// of ours that nobody sees.

interface OverviewFile {
  readonly name: string
  readonly bytes: Uint8Array
}

export interface OverviewFilesOptions {
  readonly client: EngineClient
  readonly windows: Pick<Windows, 'openHidden'>
  readonly log: Log
}

type Format = 'pdf' | 'xlsx' | 'csv'

const TABLES = ['cases', 'promises', 'contacts'] as const satisfies readonly OverviewTable[]
const LARGEST_LOGO = 500_000

/** One file. Fails as the engine does, or with internal when the page does not come. */
async function makeFile(
  { client, windows }: OverviewFilesOptions,
  options: ExportOptions,
  format: Format,
  table: OverviewTable,
): Promise<Result<OverviewFile, Failure>> {
  if (format !== 'pdf') {
    const made = await client.call('overview.file', { ...options, format, table })
    if (!made.ok) return made
    return ok({ name: made.value.name, bytes: Buffer.from(made.value.base64, 'base64') })
  }
  const business = await client.call('business.get', {})
  if (!business.ok) return business
  const t = wordsIn(options.language)
  const bytes = await overviewPdf(windows, options, {
    left: business.value.name,
    page: t('desktop:overview.page'),
  })
  return ok({ name: `${t('desktop:overview.file')}-${options.month}.pdf`, bytes })
}

/** Makes it, asks where, and writes it there. False when the person changed their mind. */
export async function exportOverview(
  files: OverviewFilesOptions,
  window: BrowserWindow,
  input: ExportOptions & { readonly format: Format; readonly table: OverviewTable },
  t: Words,
): Promise<Result<boolean, Failure>> {
  const { format, table, ...options } = input
  const made = await makeFile(files, options, format, table)
  if (!made.ok) return made
  return saveFile(window, made.value.name, made.value.bytes, t)
}

/** Puts the PDF in the outbox. The same month to the same address by itself is the same mail, however often it is tried. */
export async function mailOverview(
  files: OverviewFilesOptions,
  input: ExportOptions & { readonly to: string },
  contactId: string,
): Promise<Result<null, Failure>> {
  const { to, ...options } = input
  const made = await makeFile(files, options, 'pdf', 'cases')
  if (!made.ok) return made
  const pdf = Buffer.from(made.value.bytes).toString('base64')
  return files.client.call('overview.mail', { ...options, contactId, to, pdf })
}

/** Delivers every month that is over and waits; tells the engine how each went. */
export async function deliverOverviews(files: OverviewFilesOptions): Promise<void> {
  const { client, log } = files
  const [due, settings] = [await client.call('overview.due', {}), await client.call('overview.settings', {})]
  if (!due.ok || !settings.ok) return
  for (const month of due.value) {
    const done = await deliverMonth(files, month, settings.value)
    if (!done.ok) log.warn(`overview not delivered: ${done.error.code}`)
    await client.call('overview.delivered', { month, failure: done.ok ? null : done.error })
    // What stopped this month would stop the next one too; the engine asks again.
    if (!done.ok) return
  }
}

async function deliverMonth(
  files: OverviewFilesOptions,
  month: string,
  { folder, mailTo, language, names }: OverviewSettingsView,
): Promise<Result<null, Failure>> {
  const options = { month, language, names }
  if (folder !== null) {
    const kinds = [['pdf', 'cases'], ['xlsx', 'cases'], ...TABLES.map((table) => ['csv', table] as const)] as const
    for (const [format, table] of kinds) {
      const made = await makeFile(files, options, format, table)
      if (!made.ok) return made
      const written = await writeInto(folder, made.value)
      if (!written.ok) return written
    }
  }
  if (mailTo === null) return ok(null)
  return mailOverview(files, { ...options, to: mailTo }, idOf(`overview ${month} ${mailTo}`))
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

export async function chooseFolder(window: BrowserWindow): Promise<string | null> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    properties: ['openDirectory', 'createDirectory'],
  })
  return canceled ? null : (filePaths[0] ?? null)
}

/** A picture as a data: URL; null when the person changed their mind. Fails with file-unreadable when it is no such picture. */
export async function chooseLogo(window: BrowserWindow): Promise<Result<string | null, Failure>> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    properties: ['openFile'],
    filters: [{ name: 'PNG, JPEG', extensions: ['png', 'jpg', 'jpeg'] }],
  })
  const [file] = filePaths
  if (canceled || file === undefined) return ok(null)
  const unreadable: Failure = { code: 'file-unreadable', detail: { file: basename(file) } }
  try {
    const bytes = await readFile(file)
    const type = pictureType(bytes)
    if (type === null || bytes.length > LARGEST_LOGO) return fail(unreadable)
    return ok(`data:image/${type};base64,${bytes.toString('base64')}`)
  } catch {
    return fail(unreadable)
  }
}

/** By what is in it, whatever it is called. */
export function pictureType(bytes: Uint8Array): 'png' | 'jpeg' | null {
  const begins = (...start: number[]): boolean => start.every((byte, i) => bytes[i] === byte)
  if (begins(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'png'
  return begins(0xff, 0xd8, 0xff) ? 'jpeg' : null
}
