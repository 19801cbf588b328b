import { app, globalShortcut, nativeImage, net, powerMonitor } from 'electron'
import { join } from 'node:path'
import type { Attention } from '../shared/contract/status.ts'
import type { Language } from '../shared/domain/people.ts'
import { NO_ATTENTION, attentionCount, attentionLine, windowTitle } from './attention.ts'
import type { EngineProcess } from './engine-process.ts'
import type { Log } from './log.ts'
import { setMenu } from './menu.ts'
import type { Speech } from './nag-words.ts'
import { runNotifications } from './notifications.ts'
import { createTray, hasTray } from './tray.ts'
import type { TrayIcon } from './tray.ts'
import type { Memory } from './window-memory.ts'
import type { Windows } from './windows.ts'
import { wordsIn } from './words.ts'

// Everything around the window: menu, tray, badge, notifications, the shortcut for a phone note, waking up. None of it
// is needed for the first picture, so it is loaded after that.

const SHORTCUT = 'CommandOrControl+Alt+B'
/** How often to look whether the network is back, in milliseconds. */
const NETWORK_ROUND = 10_000

export interface SurroundingsOptions {
  readonly engine: EngineProcess
  readonly windows: Windows
  readonly memory: Memory
  readonly icons: string
  readonly practice: boolean
  readonly systemLanguage: Language
  readonly log: Log
}

export interface Surroundings {
  readonly speech: Speech
  /** The window is being closed by hand: keep on where it can be found again. */
  keepOn(window: Electron.BrowserWindow): void
  engineUp(): void
  testNotification(): Promise<boolean>
}

export async function surround(options: SurroundingsOptions): Promise<Surroundings> {
  const { engine, windows, memory, icons, log } = options
  const { client } = engine
  let speech: Speech = {
    language: options.systemLanguage,
    zone: new Intl.DateTimeFormat().resolvedOptions().timeZone,
    t: wordsIn(options.systemLanguage),
  }
  let attention = NO_ATTENTION
  let delivering: Promise<void> = Promise.resolve()
  let tray: TrayIcon | null = null

  const notifications = runNotifications({
    client,
    icon: join(icons, 'icon.png'),
    speech: () => speech,
    onChosen: (destination) => windows.go(destination),
    onEveryone: () => windows.comeForward(),
    onWorking: (working) => windows.tell('desktop.notifications', { working }),
  })

  function showAttention(next: Attention): void {
    const worse = next.overdue > attention.overdue
    attention = next
    const { t } = speech
    tray?.show(attention, t)
    app.setBadgeCount(attentionCount(attention))
    const { main } = windows
    if (main === null) return
    main.setTitle(windowTitle(attention, options.practice, t))
    if (worse && !main.isFocused()) main.flashFrame(true)
    if (process.platform === 'win32') {
      const overlay = attention.overdue > 0 ? nativeImage.createFromPath(join(icons, 'overlay-overdue.png')) : null
      main.setOverlayIcon(overlay, attentionLine(attention, t))
    }
  }

  function showWords(): void {
    setMenu(speech.t, { openPhoneNote: () => windows.openPhoneNote(null) })
    showAttention(attention)
  }

  async function readBusiness(): Promise<void> {
    const business = await client.call('business.get', {})
    if (!business.ok) return
    const { screenLanguage, zone } = business.value
    const language = screenLanguage === 'system' ? options.systemLanguage : screenLanguage
    speech = { language, zone, t: wordsIn(language) }
    showWords()
  }

  async function engineUp(): Promise<void> {
    await readBusiness()
    const counted = await client.call('attention.get', {})
    if (counted.ok) showAttention(counted.value)
    await notifications.catchUp()
    await deliver()
  }

  /** One delivery at a time: the engine may say twice that a month is over. */
  function deliver(): Promise<void> {
    delivering = delivering
      .then(async () => {
        const due = await client.call('overview.due', {})
        if (!due.ok || due.value.length === 0) return
        const { deliverOverviews } = await import('./overview-files.ts')
        await deliverOverviews({ client, windows, log })
      })
      .catch((error: unknown) => log.error('overview not delivered', error))
    return delivering
  }

  function keepOn(window: Electron.BrowserWindow): void {
    if (tray === null) window.minimize()
    else window.hide()
    if (!memory.value.toldAboutClosing) void tellAboutClosing()
  }

  async function tellAboutClosing(): Promise<void> {
    const { t } = speech
    const where = tray === null ? t('desktop:closing.minimised') : t('desktop:closing.tray')
    const told = await notifications.show(t('desktop:closing.title'), where, () => windows.showMain())
    if (told) memory.change({ toldAboutClosing: true })
  }

  client.on('attention', showAttention)
  client.on('overview-due', () => void deliver())
  client.on('changed', ({ topics }) => {
    if (topics.includes('business')) void readBusiness()
  })
  wakeEngine(engine)
  if (!globalShortcut.register(SHORTCUT, () => windows.openPhoneNote(null))) log.warn(`${SHORTCUT} is taken`)
  if (await hasTray(process.platform)) {
    tray = createTray(icons, {
      open: () => windows.showMain(),
      openToday: () => windows.go({ screen: 'today' }),
      openPhoneNote: () => windows.openPhoneNote(null),
      quit: () => app.quit(),
    })
  }
  showWords()
  return {
    get speech() {
      return speech
    },
    keepOn,
    engineUp: () => void engineUp(),
    testNotification: () => {
      const { t } = speech
      return notifications.show(t('desktop:test.title'), t('desktop:test.text'), () => windows.showMain())
    },
  }
}

/** Sleep stops timers and breaks connections: the engine looks at the clock and the servers as soon as it can. */
function wakeEngine(engine: EngineProcess): void {
  powerMonitor.on('resume', () => engine.wake())
  powerMonitor.on('unlock-screen', () => engine.wake())
  let online = net.isOnline()
  setInterval(() => {
    const before = online
    online = net.isOnline()
    if (online && !before) engine.wake()
  }, NETWORK_ROUND)
}
