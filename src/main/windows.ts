import { BrowserWindow, nativeTheme, screen } from 'electron'
import type { WebContents } from 'electron'
import { join } from 'node:path'
import type { Destination, DesktopEventMap } from '../shared/contract/desktop.ts'
import type { Log } from './log.ts'
import { reachable } from './window-memory.ts'
import type { Memory } from './window-memory.ts'

export interface Windows {
  /** Null while there is none: after a hidden start. */
  readonly main: BrowserWindow | null
  showMain(): void
  /** Asks for attention without taking the keyboard away from what somebody is typing elsewhere. */
  comeForward(): void
  /** Brings the window to the front with `destination` in it. */
  go(destination: Destination): void
  openPhoneNote(number: string | null): void
  /** Loads the phone note out of sight, so that it is there at once when the phone rings. */
  warmPhoneNote(): BrowserWindow
  /** The same ahead of need. Not when we are quitting: a window made while the others close would keep the program alive. */
  warmAhead(): void
  /** A page of ours that nobody sees. Whoever opens it destroys it. */
  openHidden(hash: string): BrowserWindow
  /** Tells every window how things are from now on, also windows that come later. */
  tell<N extends 'desktop.engine' | 'desktop.notifications'>(event: N, payload: DesktopEventMap[N]): void
  /** A page has loaded and listens: what was meant for it meanwhile follows. */
  ready(contents: WebContents): void
  /** From now on, closing a window really closes it. */
  letGo(): void
}

export interface WindowsOptions {
  /** Address of our page, without a hash. */
  readonly page: string
  /** A picture for the task bar. */
  readonly icon: string
  readonly memory: Memory
  readonly devTools: boolean
  /** The main window is being closed: it is hidden or minimised instead. */
  onMainClosing(window: BrowserWindow): void
  /** The first time that there is something to see. */
  onFirstShow(): void
  readonly log: Log
}

export function createWindows(options: WindowsOptions): Windows {
  const { memory, log } = options
  const unsent = new Map<WebContents, [keyof DesktopEventMap, unknown][]>()
  const lasting = new Map<keyof DesktopEventMap, unknown>()
  let main: BrowserWindow | null = null
  let phoneNote: BrowserWindow | null = null
  let quitting = false

  function create(size: Electron.BrowserWindowConstructorOptions, hash: string): BrowserWindow {
    const window = new BrowserWindow({
      ...size,
      show: false,
      title: 'Belofte',
      icon: options.icon,
      autoHideMenuBar: true,
      // The ground's colours (renderer/look/look.css), so that nothing flashes before the first picture.
      backgroundColor: nativeTheme.shouldUseDarkColors ? '#15171b' : '#f6f5f2',
      webPreferences: {
        preload: join(import.meta.dirname, '../preload/index.cjs'),
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        webSecurity: true,
        webviewTag: false,
        navigateOnDragDrop: false,
        // Its word lists would come from the network.
        spellcheck: false,
        devTools: options.devTools,
      },
    })
    const contents = window.webContents
    unsent.set(contents, [])
    contents.once('destroyed', () => unsent.delete(contents))
    window.on('focus', () => window.flashFrame(false))
    // Titles are set here, with the count in them.
    window.on('page-title-updated', (event) => event.preventDefault())
    contents.on('render-process-gone', (_event, { reason }) => {
      log.warn(`page ended: ${reason}`)
      if (!quitting && reason !== 'clean-exit') setTimeout(() => window.isDestroyed() || contents.reload(), 500)
    })
    void window.loadURL(options.page + hash).catch((error: unknown) => log.error('page not loaded', error))
    return window
  }

  function createMain(): BrowserWindow {
    const screens = screen.getAllDisplays().map((display) => display.workArea)
    const bounds = reachable(memory.value.bounds, screens) ?? { width: 1280, height: 800 }
    const window = create({ ...bounds, minWidth: 800, minHeight: 560 }, '')
    if (memory.value.maximised) window.maximize()
    rememberBounds(window, memory)
    window.on('close', (event) => {
      if (quitting) return
      event.preventDefault()
      options.onMainClosing(window)
    })
    window.once('closed', () => (main = null))
    window.once('ready-to-show', options.onFirstShow)
    return window
  }

  function showMain(): void {
    if (main === null) {
      main = createMain()
      main.once('ready-to-show', () => main?.show())
      return
    }
    if (main.isMinimized()) main.restore()
    main.show()
    main.focus()
  }

  function warmPhoneNote(): BrowserWindow {
    if (phoneNote !== null) return phoneNote
    const window = create(
      { width: 820, height: 640, minWidth: 420, minHeight: 480, maximizable: false },
      '#/phone-note',
    )
    window.on('close', (event) => {
      if (quitting) return
      event.preventDefault()
      window.hide()
    })
    window.once('closed', () => (phoneNote = null))
    phoneNote = window
    return window
  }

  function send<N extends keyof DesktopEventMap>(window: BrowserWindow, event: N, payload: DesktopEventMap[N]): void {
    const waiting = unsent.get(window.webContents)
    if (waiting === undefined) window.webContents.send('desktop-event', event, payload)
    else waiting.push([event, payload])
  }

  return {
    get main() {
      return main
    },
    showMain,
    comeForward() {
      if (main === null) return showMain()
      if (main.isMinimized()) main.restore()
      if (!main.isVisible()) main.showInactive()
      main.moveTop()
      if (!main.isFocused()) main.flashFrame(true)
    },
    go(destination) {
      showMain()
      if (main !== null) send(main, 'desktop.go', destination)
    },
    openPhoneNote(number) {
      const fresh = phoneNote === null
      const window = warmPhoneNote()
      send(window, 'desktop.go', { screen: 'phone-note', number })
      if (fresh) window.once('ready-to-show', () => window.show())
      window.show()
      window.focus()
    },
    warmPhoneNote,
    warmAhead() {
      if (!quitting) warmPhoneNote()
    },
    openHidden: (hash) => create({ width: 760, height: 1100 }, hash),
    tell(event, payload) {
      lasting.set(event, payload)
      for (const window of [main, phoneNote]) {
        if (window !== null && !unsent.has(window.webContents)) send(window, event, payload)
      }
    },
    ready(contents) {
      const waiting = unsent.get(contents) ?? []
      unsent.delete(contents)
      for (const [event, payload] of [...lasting, ...waiting]) contents.send('desktop-event', event, payload)
    },
    letGo() {
      quitting = true
    },
  }
}

function rememberBounds(window: BrowserWindow, memory: Memory): void {
  let timer: NodeJS.Timeout | undefined
  const remember = (): void => {
    clearTimeout(timer)
    // Moving a window fires for each pixel.
    timer = setTimeout(() => {
      if (!window.isDestroyed()) memory.change({ bounds: window.getNormalBounds(), maximised: window.isMaximized() })
    }, 500)
  }
  window.on('resize', remember)
  window.on('move', remember)
  window.on('maximize', remember)
  window.on('unmaximize', remember)
}
