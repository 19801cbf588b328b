import { app, dialog } from 'electron'
import type { BrowserWindow } from 'electron'
import { open } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Failure } from '../shared/contract/failure.ts'
import type { InputOf, OutputOf } from '../shared/contract/index.ts'
import { fail, ok } from '../shared/domain/result.ts'
import type { Result } from '../shared/domain/result.ts'
import type { EngineClient } from './engine-client.ts'
import { saveFile } from './save-file.ts'
import type { Words } from './words.ts'

// Own templates as a file, to take along to another PC or another branch of the shop.

/** Bytes: thousands of templates. */
const LARGEST = 4 * 1024 * 1024
const FILTER = 'json'

/** False when the person changed their mind. */
export async function exportTemplates(
  client: EngineClient,
  window: BrowserWindow,
  t: Words,
): Promise<Result<boolean, Failure>> {
  const listed = await client.call('template.list', {})
  if (!listed.ok) return listed
  const templates = listed.value
    .filter(({ builtIn }) => !builtIn)
    .map(({ kind, language, address, title, body }) => ({ kind, language, address, title, body }))
  const text = `${JSON.stringify({ belofte: 'templates', templates }, null, 2)}\n`
  return saveFile(window, t('desktop:templates.fileName'), Buffer.from(text), t)
}

/** Null when the person changed their mind. Fails with file-unreadable or templates-invalid; then nothing was added. */
export async function importTemplates(
  client: EngineClient,
  window: BrowserWindow,
  t: Words,
): Promise<Result<OutputOf<'template.import'> | null, Failure>> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    defaultPath: app.getPath('documents'),
    properties: ['openFile'],
    filters: [{ name: t('desktop:templates.files'), extensions: [FILTER] }],
  })
  const [path] = filePaths
  if (canceled || path === undefined) return ok(null)
  const file = basename(path)
  const text = await readBounded(path)
  if (text === null) return fail({ code: 'file-unreadable', detail: { file } })
  const templates = templatesIn(text)
  const added = templates === null ? null : await client.call('template.import', { templates })
  if (added === null) return fail({ code: 'templates-invalid', detail: { file } })
  return !added.ok && added.error.code === 'bad-input' ? fail({ code: 'templates-invalid', detail: { file } }) : added
}

async function readBounded(path: string): Promise<string | null> {
  const handle = await open(path).catch(() => null)
  try {
    const size = (await handle?.stat())?.size ?? Infinity
    return handle === null || size > LARGEST ? null : await handle.readFile('utf8')
  } catch {
    return null
  } finally {
    await handle?.close()
  }
}

/** What stands in such a file; the engine's door judges each of them. */
function templatesIn(text: string): InputOf<'template.import'>['templates'] | null {
  try {
    const { belofte, templates } = JSON.parse(text.replace(/^\uFEFF/, '')) as Record<string, unknown>
    if (belofte !== 'templates' || !Array.isArray(templates)) return null
    return templates as InputOf<'template.import'>['templates']
  } catch {
    return null
  }
}
