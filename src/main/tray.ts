import { Menu, Tray, nativeImage } from 'electron'
import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Attention } from '../shared/contract/status.ts'
import { attentionLevel, attentionLine } from './attention.ts'
import type { Words } from './words.ts'

export interface TrayActions {
  open(): void
  openToday(): void
  openPhoneNote(): void
  quit(): void
}

export interface TrayIcon {
  show(attention: Attention, t: Words): void
}

export function createTray(icons: string, actions: TrayActions): TrayIcon {
  const images = {
    calm: image(icons, 'calm'),
    due: image(icons, 'due'),
    overdue: image(icons, 'overdue'),
  }
  const tray = new Tray(images.calm)
  tray.on('click', actions.open)
  return {
    show(attention, t) {
      const line = attentionLine(attention, t)
      tray.setImage(images[attentionLevel(attention)])
      tray.setToolTip(`Belofte: ${line}`)
      // macOS shows text beside the icon, where a count is seen without pointing at it.
      if (process.platform === 'darwin') tray.setTitle(attention.overdue > 0 ? String(attention.overdue) : '')
      tray.setContextMenu(
        Menu.buildFromTemplate([
          { label: t('desktop:tray.open'), click: actions.open },
          { label: t('desktop:tray.phoneNote'), click: actions.openPhoneNote },
          { type: 'separator' },
          { label: line, click: actions.openToday },
          { type: 'separator' },
          { label: t('desktop:menu.quit'), click: actions.quit },
        ]),
      )
    },
  }
}

function image(icons: string, name: string): Electron.NativeImage {
  // On macOS the menu bar tints it, light or dark.
  return nativeImage.createFromPath(
    join(icons, process.platform === 'darwin' ? `tray-${name}-Template.png` : `tray-${name}.png`),
  )
}

/**
 * Whether a tray icon can be seen. Windows and macOS always show one; on Linux only a desktop that says so on the
 * session bus does, and an icon that nobody sees must not be the only way back to the window.
 */
export async function hasTray(platform: NodeJS.Platform): Promise<boolean> {
  if (platform !== 'linux') return true
  const question = [
    '--session',
    '--print-reply',
    '--dest=org.freedesktop.DBus',
    '/org/freedesktop/DBus',
    'org.freedesktop.DBus.NameHasOwner',
    'string:org.kde.StatusNotifierWatcher',
  ]
  try {
    const { stdout } = await promisify(execFile)('dbus-send', question, { timeout: 2_000 })
    return stdout.includes('boolean true')
  } catch {
    return false
  }
}
