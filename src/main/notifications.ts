import { Notification } from 'electron'
import type { Destination } from '../shared/contract/desktop.ts'
import type { NagAlert } from '../shared/contract/nags.ts'
import type { EngineClient } from './engine-client.ts'
import { planNotifications, wordAlert, wordSummary } from './nag-words.ts'
import type { Speech } from './nag-words.ts'

export interface NotificationsOptions {
  readonly client: EngineClient
  readonly icon: string
  speech(): Speech
  /** A person clicked. */
  onChosen(destination: Destination): void
  /** It concerns everyone: the window comes forward too. */
  onEveryone(): void
  onWorking(working: boolean): void
}

export interface Notifications {
  /** The engine is up: what it recorded and nobody showed is shown now. */
  catchUp(): Promise<void>
  /** True when the system really showed it. */
  show(title: string, body: string, onClick: () => void): Promise<boolean>
}

/** Alerts that come within this time are shown together, in milliseconds. */
const TOGETHER = 250
/** A system that says nothing for so long doesn't show notifications. */
const PATIENCE = 5_000
const KEPT_ALIVE = 50

export function runNotifications(options: NotificationsOptions): Notifications {
  const { client } = options
  // Shown, or on its way: the live event and the catching up may both bring the same nag.
  const taken = new Set<string>()
  // Notifications that nothing refers to are collected and then can't be clicked.
  const alive: Notification[] = []
  let gathered: NagAlert[] = []
  let timer: NodeJS.Timeout | null = null

  function gather(alerts: readonly NagAlert[]): void {
    const fresh = alerts.filter(({ nagId }) => !taken.has(nagId))
    for (const { nagId } of fresh) taken.add(nagId)
    gathered.push(...fresh)
    if (gathered.length > 0) timer ??= setTimeout(flush, TOGETHER)
  }

  function flush(): void {
    const alerts = gathered
    gathered = []
    timer = null
    if (alerts.some(({ everyone }) => everyone)) options.onEveryone()
    for (const group of planNotifications(alerts)) void present(group)
  }

  async function present(alerts: readonly NagAlert[]): Promise<void> {
    const [first] = alerts
    const alone = alerts.length === 1 && first !== undefined
    const { title, body } = alone ? wordAlert(first, options.speech()) : wordSummary(alerts, options.speech())
    const destination: Destination = alone ? { screen: 'case', caseId: first.caseId } : { screen: 'queue' }
    const shown = await show(title, body, () => options.onChosen(destination))
    for (const { nagId } of alerts) {
      const noted = shown && (await client.call('nag.shown', { nagId })).ok
      // Comes back with the next catching up.
      if (!noted) taken.delete(nagId)
    }
  }

  async function show(title: string, body: string, onClick: () => void): Promise<boolean> {
    const notification = new Notification({
      title,
      body,
      icon: options.icon,
      urgency: 'critical',
      timeoutType: 'never',
    })
    alive.push(notification)
    if (alive.length > KEPT_ALIVE) alive.shift()
    notification.on('click', onClick)
    const shown = Notification.isSupported() && (await appears(notification))
    options.onWorking(shown)
    return shown
  }

  async function catchUp(): Promise<void> {
    const unshown = await client.call('nag.unshown', {})
    if (unshown.ok) gather(unshown.value)
  }

  client.on('nag', (alert) => gather([alert]))
  return { catchUp, show }
}

function appears(notification: Notification): Promise<boolean> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(false), PATIENCE)
    const settle = (shown: boolean): void => {
      clearTimeout(timer)
      resolve(shown)
    }
    notification.once('show', () => settle(true))
    notification.once('failed', () => settle(false))
    notification.show()
  })
}
