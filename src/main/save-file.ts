import { app, dialog } from 'electron'
import type { BrowserWindow } from 'electron'
import { writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { Failure } from '../shared/contract/failure.ts'
import { isProgram, safeAttachmentName } from '../shared/domain/attachment-name.ts'
import { fail, ok } from '../shared/domain/result.ts'
import type { Result } from '../shared/domain/result.ts'
import { writeFailure } from './secrets.ts'
import type { Words } from './words.ts'

/**
 * Asks where, and writes there. False when the person changed their mind, also after the warning that comes with a
 * file that can run something. Never opens it. Fails with disk-full or file-not-writable.
 */
export async function saveFile(
  window: BrowserWindow,
  name: string,
  bytes: Uint8Array,
  t: Words,
): Promise<Result<boolean, Failure>> {
  const safe = safeAttachmentName(name)
  if (isProgram(safe) && !(await wantsProgram(window, safe, t))) return ok(false)
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    defaultPath: join(app.getPath('downloads'), safe),
  })
  if (canceled || filePath === '') return ok(false)
  try {
    await writeFile(filePath, bytes)
    return ok(true)
  } catch (error) {
    return fail(writeFailure(error, basename(filePath)))
  }
}

async function wantsProgram(window: BrowserWindow, name: string, t: Words): Promise<boolean> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    message: t('desktop:save.programTitle', { name }),
    detail: t('desktop:save.programText'),
    buttons: [t('desktop:save.programSave'), t('desktop:dialog.cancel')],
    defaultId: 1,
    cancelId: 1,
    noLink: true,
  })
  return response === 0
}
