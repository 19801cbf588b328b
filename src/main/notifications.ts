import { Notification } from 'electron'
import type { Destination } from '../shared/contract/desktop.ts'
import { NAG_ACTS } from '../shared/domain/nag-acts.ts'
import type { NagAct } from '../shared/domain/nag-acts.ts'
import type { NagAlert, RoundAlert } from '../shared/contract/nags.ts'
import type { EngineClient } from './engine-client.ts'
import { planNotifications, wordActs, wordAlert, wordRound, wordSummary } from './nag-words.ts'
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
    const about = (act: NagAct | null): Destination =>
      alone ? { screen: 'case', caseId: first.caseId, nag: { promiseId: first.promiseId, act } } : { screen: 'queue' }
    const onAct = alone ? (act: NagAct): void => options.onChosen(about(act)) : undefined
    const shown = await show(title, body, () => options.onChosen(about(null)), onAct)
    for (const { nagId } of alerts) {
      const noted = shown && (await client.call('nag.shown', { nagId })).ok
      // Comes back with the next catching up.
      if (!noted) taken.delete(nagId)
    }
  }

  async function presentRound(round: RoundAlert): Promise<void> {
    if (taken.has(round.roundId)) return
    taken.add(round.roundId)
    const { title, body } = wordRound(round, Date.now(), options.speech())
    const shown = await show(title, body, () => options.onChosen({ screen: 'today' }))
    const noted = shown && (await client.call('round.shown', { roundId: round.roundId })).ok
    if (!noted) taken.delete(round.roundId)
  }

  async function show(
    title: string,
    body: string,
    onClick: () => void,
    onAct?: (act: NagAct) => void,
  ): Promise<boolean> {
    const acts = onAct === undefined ? [] : wordActs(options.speech())
    const notification = new Notification({
      title,
      // Systems without buttons leave them out; there a click leads to the same four.
      actions: acts.map((text) => ({ type: 'button', text })),
      body,
      icon: options.icon,
      urgency: 'critical',
      timeoutType: 'never',
    })
    alive.push(notification)
    if (alive.length > KEPT_ALIVE) alive.shift()
    notification.on('click', onClick)
    // Older Electrons say which button in the second argument only.
    notification.on('action', (details, index) => {
      const act = NAG_ACTS[details.actionIndex ?? index]
      if (act !== undefined) onAct?.(act)
    })
    const shown = Notification.isSupported() && (await appears(notification))
    options.onWorking(shown)
    return shown
  }

  async function catchUp(): Promise<void> {
    const unshown = await client.call('nag.unshown', {})
    if (unshown.ok) gather(unshown.value)
    const round = await client.call('round.untold', {})
    if (round.ok && round.value !== null) await presentRound(round.value)
  }

  client.on('nag', (alert) => gather([alert]))
  client.on('round', (round) => void presentRound(round))
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
