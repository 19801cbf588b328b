import { dialog, shell } from 'electron'
import { randomUUID } from 'node:crypto'
import type { BrowserWindow } from 'electron'
import type { DesktopInfo } from '../shared/contract/desktop.ts'
import type { Language } from '../shared/domain/people.ts'
import { ok } from '../shared/domain/result.ts'
import type { DesktopHandlers } from './desktop-door.ts'
import { keyStore } from './key-store.ts'
import type { OverviewFilesOptions } from './overview-files.ts'
import { externalAddress } from './page-walls.ts'
import { saveFile } from './save-file.ts'
import { wordsIn } from './words.ts'
import type { Words } from './words.ts'

/** Needed once a month, so not at every start. */
const files = () => import('./overview-files.ts')

const templateFiles = () => import('./template-files.ts')

export interface DesktopServices extends OverviewFilesOptions {
  readonly info: Omit<DesktopInfo, 'keyStore'>
  /** That of the screens. */
  language(): Language
  openPhoneNote(number: string | null): void
  switchPractice(practice: boolean): void
  testNotification(): Promise<boolean>
}

/** What main does for the screens. The door has parsed every input. */
export function desktopHandlers(services: DesktopServices): DesktopHandlers<BrowserWindow> {
  const { client } = services
  const words = (): Words => wordsIn(services.language())
  return {
    'desktop.info': async () => ok({ ...services.info, keyStore: keyStore.available() }),

    async 'desktop.save-attachment'({ attachmentId }, window) {
      const read = await client.call('attachment.read', { attachmentId })
      if (!read.ok) return read
      return saveFile(window, read.value.name, Buffer.from(read.value.base64, 'base64'), words())
    },

    async 'desktop.save-raw-mail'({ contactId }, window) {
      const read = await client.call('mail.raw', { contactId })
      if (!read.ok) return read
      const t = words()
      return saveFile(window, t('desktop:save.mailName'), Buffer.from(read.value.base64, 'base64'), t)
    },

    'desktop.export-templates': async (_input, window) =>
      (await templateFiles()).exportTemplates(client, window, words()),

    'desktop.import-templates': async (_input, window) =>
      (await templateFiles()).importTemplates(client, window, words()),

    async 'desktop.choose-backup-folder'(_input, window) {
      const { canceled, filePaths } = await dialog.showOpenDialog(window, {
        title: words()('desktop:backup.chooseFolder'),
        properties: ['openDirectory', 'createDirectory'],
      })
      const [path] = filePaths
      if (canceled || path === undefined) return ok(false)
      const set = await client.call('backup.set-folder', { path })
      return set.ok ? ok(true) : set
    },

    async 'desktop.choose-backup'(_input, window) {
      const t = words()
      const { canceled, filePaths } = await dialog.showOpenDialog(window, {
        title: t('desktop:backup.chooseFile'),
        properties: ['openFile'],
        filters: [{ name: t('desktop:backup.files'), extensions: ['db', 'sealed'] }],
      })
      const [path] = filePaths
      return canceled || path === undefined ? ok(null) : client.call('backup.choose', { path })
    },

    async 'desktop.restore-backup'(input, window) {
      const t = words()
      const question = { title: t('desktop:backup.restoreTitle'), what: t('desktop:backup.restoreWhat') }
      if (!(await confirms(window, { ...question, action: t('desktop:backup.restore') }, t))) return ok(false)
      const restored = await client.call('backup.restore', input)
      return restored.ok ? ok(true) : restored
    },

    async 'desktop.export-customer'({ customerId }, window) {
      const made = await client.call('privacy.export', { customerId })
      if (!made.ok) return made
      return saveFile(window, made.value.name, Buffer.from(made.value.base64, 'base64'), words())
    },

    async 'desktop.erase-customer'({ customerId }, window) {
      const t = words()
      const question = { title: t('desktop:erase.title'), what: t('desktop:erase.what') }
      if (!(await confirms(window, { ...question, action: t('desktop:erase.do') }, t))) return ok(null)
      return client.call('privacy.erase', { customerId })
    },

    async 'desktop.open-external'({ url }, window) {
      const address = externalAddress(url)
      if (address === null || !(await wantsToOpen(window, address, words()))) return ok(false)
      await shell.openExternal(address)
      return ok(true)
    },

    async 'desktop.switch-practice'({ practice }) {
      services.switchPractice(practice)
      return ok(null)
    },

    async 'desktop.open-phone-note'({ number }) {
      services.openPhoneNote(number)
      return ok(null)
    },

    async 'desktop.close-window'(_input, window) {
      window.close()
      return ok(null)
    },

    async 'desktop.export-overview'(input, window) {
      return (await files()).exportOverview(services, window, input, words())
    },

    async 'desktop.mail-overview'(input) {
      return (await files()).mailOverview(services, input, randomUUID())
    },

    async 'desktop.choose-folder'(_input, window) {
      return ok(await (await files()).chooseFolder(window))
    },

    async 'desktop.choose-logo'(_input, window) {
      return (await files()).chooseLogo(window)
    },

    'desktop.test-notification': async () => ok(await services.testNotification()),

    async 'desktop.set-actor'({ staffId }) {
      client.setActor(staffId)
      return ok(null)
    },
  }
}

interface Question {
  readonly title: string
  readonly what: string
  readonly action: string
}

/** In a dialog of the system: no page can click it. */
async function confirms(window: BrowserWindow, { title, what, action }: Question, t: Words): Promise<boolean> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    message: title,
    detail: what,
    buttons: [action, t('desktop:dialog.cancel')],
    defaultId: 1,
    cancelId: 1,
    noLink: true,
  })
  return response === 0
}

/** The address as the system will get it, so that look-alike letters and redirections through other hosts can be seen. */
async function wantsToOpen(window: BrowserWindow, address: string, t: Words): Promise<boolean> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'question',
    message: t('desktop:external.title'),
    detail: address,
    buttons: [t('desktop:external.open'), t('desktop:dialog.cancel')],
    defaultId: 1,
    cancelId: 1,
    noLink: true,
  })
  return response === 0
}
