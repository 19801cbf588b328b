import { BrowserWindow, ipcMain } from 'electron'
import type { IpcMainEvent, IpcMainInvokeEvent } from 'electron'
import { fail } from '../shared/domain/result.ts'
import type { DesktopServices } from './desktop-calls.ts'
import type { EngineProcess } from './engine-process.ts'
import type { Log } from './log.ts'
import { isOurPage } from './page-address.ts'
import type { Windows } from './windows.ts'

export interface WindowsCallsOptions {
  readonly engine: EngineProcess
  readonly windows: Windows
  /** Vite's address in development, else null. */
  readonly devServer: string | null
  readonly services: DesktopServices
  readonly log: Log
}

type Door = (name: unknown, input: unknown, window: BrowserWindow) => Promise<unknown>

/** Listens to what pages say to main: only to our own ones, and only to the page itself, never to a frame inside it. */
export function answerWindows({ engine, windows, devServer, services, log }: WindowsCallsOptions): void {
  // Schemas are loaded while the first window starts in a process of its own.
  const door = openDoor(services, log)

  const isOurs = ({ sender, senderFrame }: IpcMainEvent | IpcMainInvokeEvent): boolean =>
    senderFrame !== null && senderFrame === sender.mainFrame && isOurPage(senderFrame.url, devServer)

  ipcMain.on('window-ready', (event) => {
    // The empty document that every window begins with.
    if (event.senderFrame?.url === '') return
    if (!isOurs(event)) return log.warn('a foreign page called')
    engine.serve(event.sender)
    windows.ready(event.sender)
  })

  ipcMain.handle('desktop-call', async (event, name: unknown, input: unknown) => {
    const window = BrowserWindow.fromWebContents(event.sender)
    if (window !== null && isOurs(event)) return (await door)(name, input, window)
    log.warn('a foreign page called')
    return fail({ code: 'unknown-call' })
  })
}

async function openDoor(services: DesktopServices, log: Log): Promise<Door> {
  const [{ callDesktop }, { desktopHandlers }] = await Promise.all([
    import('./desktop-door.ts'),
    import('./desktop-calls.ts'),
  ])
  const handlers = desktopHandlers(services)
  return (name, input, window) => callDesktop(handlers, name, input, window, log)
}
