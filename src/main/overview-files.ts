import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { dialog } from 'electron'
import type { BrowserWindow } from 'electron'
import type { Failure } from '../shared/contract/failure.ts'
import type { ExportOptions, OverviewTable } from '../shared/contract/overview.ts'
import { fail, ok } from '../shared/domain/result.ts'
import type { Result } from '../shared/domain/result.ts'
import type { EngineClient } from './engine-client.ts'
import type { Log } from './log.ts'
import { deliverDue } from './overview-delivery.ts'
import type { OverviewFile, OverviewFormat } from './overview-delivery.ts'
import { overviewPdf } from './overview-pdf.ts'
import { pictureType } from './picture-type.ts'
import { saveFile } from './save-file.ts'
import type { Windows } from './windows.ts'
import { wordsIn } from './words.ts'
import type { Words } from './words.ts'

// The monthly overview as files: on demand, and every month by itself. Spreadsheets come from the engine, the PDF from a page
// of ours that nobody sees.

export interface OverviewFilesOptions {
  readonly client: EngineClient
  readonly windows: Pick<Windows, 'openHidden'>
  readonly log: Log
}

const LARGEST_LOGO = 500_000

/** One file. Fails as the engine does, or with internal when the page does not come. */
async function makeFile(
  { client, windows }: OverviewFilesOptions,
  options: ExportOptions,
  format: OverviewFormat,
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
  input: ExportOptions & { readonly format: OverviewFormat; readonly table: OverviewTable },
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

/** Delivers every month that is over and waits. */
export function deliverOverviews(files: OverviewFilesOptions): Promise<void> {
  return deliverDue({
    client: files.client,
    make: (options, format, table) => makeFile(files, options, format, table),
    mail: (input, contactId) => mailOverview(files, input, contactId),
    log: files.log,
  })
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
