import { Menu, app } from 'electron'
import type { MenuItemConstructorOptions } from 'electron'
import type { Words } from './words.ts'

export interface MenuActions {
  openPhoneNote(): void
}

/** The menu bar: what the system expects of every program, in the language of the screens. */
export function setMenu(t: Words, actions: MenuActions): void {
  app.setAboutPanelOptions({
    applicationName: 'Belofte',
    applicationVersion: app.getVersion(),
    copyright: t('desktop:about.what'),
  })
  const isMac = process.platform === 'darwin'
  const about: MenuItemConstructorOptions = { label: t('desktop:menu.about'), click: () => app.showAboutPanel() }
  const quit: MenuItemConstructorOptions = {
    label: t('desktop:menu.quit'),
    accelerator: 'CmdOrCtrl+Q',
    click: () => app.quit(),
  }
  const phoneNote: MenuItemConstructorOptions = { label: t('desktop:tray.phoneNote'), click: actions.openPhoneNote }

  const template: MenuItemConstructorOptions[] = [
    {
      label: isMac ? 'Belofte' : t('desktop:menu.file'),
      submenu: [
        ...(isMac ? [about, { type: 'separator' as const }] : []),
        phoneNote,
        { label: t('desktop:menu.closeWindow'), role: 'close' },
        { type: 'separator' },
        ...(isMac ? [{ label: t('desktop:menu.hide'), role: 'hide' as const }, { type: 'separator' as const }] : []),
        quit,
      ],
    },
    {
      label: t('desktop:menu.edit'),
      submenu: [
        { label: t('desktop:menu.undo'), role: 'undo' },
        { label: t('desktop:menu.redo'), role: 'redo' },
        { type: 'separator' },
        { label: t('desktop:menu.cut'), role: 'cut' },
        { label: t('desktop:menu.copy'), role: 'copy' },
        { label: t('desktop:menu.paste'), role: 'paste' },
        { label: t('desktop:menu.selectAll'), role: 'selectAll' },
      ],
    },
    {
      label: t('desktop:menu.view'),
      submenu: [
        { label: t('desktop:menu.zoomIn'), role: 'zoomIn' },
        { label: t('desktop:menu.zoomOut'), role: 'zoomOut' },
        { label: t('desktop:menu.zoomReset'), role: 'resetZoom' },
        { label: t('desktop:menu.fullScreen'), role: 'togglefullscreen' },
        ...(app.isPackaged ? [] : [{ role: 'reload' as const }, { role: 'toggleDevTools' as const }]),
      ],
    },
    ...(isMac ? [] : [{ label: t('desktop:menu.help'), submenu: [about] }]),
  ]
  Menu.setApplicationMenu(Menu.buildFromTemplate(template))
}
