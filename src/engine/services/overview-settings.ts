import type { OverviewSettings } from '../../shared/contract/overview.ts'
import { monthAfter, monthOf, monthSpan } from '../../shared/domain/overview-month.ts'
import type { Month } from '../../shared/domain/overview-month.ts'
import { ok } from '../../shared/domain/result.ts'
import { HOUR } from '../../shared/domain/time.ts'
import type { Context, Handlers, Worker } from '../context.ts'
import { readSetting, writeSetting } from '../store/settings.ts'
import type { KeptOverviewSettings } from '../store/settings.ts'
import { readBusiness } from './business.ts'

const DEFAULT: OverviewSettings = { people: true, logo: null, folder: null, mailTo: null, language: 'nl', names: true }
/** A disk that was away may be back by then. */
const RETRY_AFTER = 6 * HOUR
/** Months that are delivered at once, when the program was off for long. */
const MOST_DUE = 24

export async function readOverviewSettings({ db, clock }: Context): Promise<KeptOverviewSettings> {
  const kept = await readSetting(db, 'overview')
  if (kept !== null) return kept
  const { zone, replyLanguage } = await readBusiness(db)
  const since = monthOf(clock.now(), zone)
  return { ...DEFAULT, language: replyLanguage, since, delivered: null, failure: null }
}

export const overviewSettingsHandlers: Handlers<
  'overview.settings' | 'overview.save-settings' | 'overview.due' | 'overview.delivered'
> = {
  async 'overview.settings'(context) {
    const { since: _since, ...view } = await readOverviewSettings(context)
    return ok(view)
  },

  async 'overview.save-settings'(context, settings) {
    const before = await readOverviewSettings(context)
    const now = context.clock.now()
    const { zone } = await readBusiness(context.db)
    // Switched on: the month that it is now is the first one. What is over has been read, or can be asked for.
    const since = isDelivered(before) ? before.since : monthOf(now, zone)
    await writeSetting(context.db, 'overview', { ...before, ...settings, since, failure: null })
    context.changed(['overview'])
    return ok(null)
  },

  'overview.due': async (context) => ok(await monthsDue(context)),

  async 'overview.delivered'(context, { month, failure }) {
    const before = await readOverviewSettings(context)
    const delivered = failure === null ? month : before.delivered
    await writeSetting(context.db, 'overview', { ...before, delivered, failure })
    context.changed(['overview'])
    return ok(null)
  },
}

function isDelivered({ folder, mailTo }: OverviewSettings): boolean {
  return folder !== null || mailTo !== null
}

/** Months that are over and were not delivered yet, oldest first. */
async function monthsDue(context: Context): Promise<Month[]> {
  const settings = await readOverviewSettings(context)
  if (!isDelivered(settings)) return []
  const { zone } = await readBusiness(context.db)
  const current = monthOf(context.clock.now(), zone)
  const after = settings.delivered === null ? settings.since : monthAfter(settings.delivered, 1)
  let month = after > settings.since ? after : settings.since
  const due: Month[] = []
  for (; month < current; month = monthAfter(month, 1)) due.push(month)
  return due.slice(-MOST_DUE)
}

/** Says when a month is over and waits to be delivered: at its end, at start, after sleep, and again while it fails. */
export function startOverviewDelivery(context: Context): Worker {
  let cancel = (): void => undefined
  let looking = Promise.resolve()
  let stopped = false

  async function look(): Promise<void> {
    cancel()
    const { zone } = await readBusiness(context.db)
    const now = context.clock.now()
    const due = await monthsDue(context)
    if (stopped) return
    const end = monthSpan(monthOf(now, zone), zone).until
    cancel = context.clock.at(due.length > 0 ? Math.min(end, now + RETRY_AFTER) : end, lookAgain)
    if (due.length > 0) context.emit('overview-due', null)
  }

  function lookAgain(): void {
    if (stopped) return
    looking = looking.then(look).catch((error: unknown) => context.log.error('overview delivery', error))
  }

  lookAgain()
  return {
    poke: () => undefined,
    wake: lookAgain,
    async stop() {
      stopped = true
      cancel()
      await looking
    },
  }
}
