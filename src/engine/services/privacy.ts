import type { ErasureReport } from '../../shared/contract/privacy.ts'
import { DAY, HOUR } from '../../shared/domain/time.ts'
import type { Instant } from '../../shared/domain/time.ts'
import { fail, ok } from '../../shared/domain/result.ts'
import type { Context, Handlers, Worker } from '../context.ts'
import { casesToErase, countToErase, customersWithout, isBeingSent, oldCases } from '../store/erasure.ts'
import type { CaseToErase } from '../store/erasure.ts'
import { customerById } from '../store/customers.ts'
import { readSetting, writeSetting } from '../store/settings.ts'
import { erase, finishErasure } from './erasing.ts'
import { exportCustomer } from './customer-export.ts'

type Names =
  | 'privacy.export'
  | 'privacy.erase-preview'
  | 'privacy.erase'
  | 'privacy.retention'
  | 'privacy.retention-preview'
  | 'privacy.set-retention'

/** A month as a term of keeping: whole days, since a day more or less is nobody's right. */
const MONTH = 30.44 * DAY

export const privacyHandlers: Handlers<Names> = {
  'privacy.export': (context, { customerId }) => exportCustomer(context, customerId),

  async 'privacy.erase-preview'({ db }, { customerId }) {
    const cases = await casesToErase(db, customerId)
    return ok(await countToErase(db, idsOf(cases)))
  },

  async 'privacy.erase'(context, { customerId }, actor) {
    if ((await customerById(context.db, customerId)) === null) return fail({ code: 'not-found' })
    const cases = await casesToErase(context.db, customerId)
    // Its bytes are on the wire at this moment; a few seconds later it is sent or not.
    if (await isBeingSent(context.db, idsOf(cases))) return fail({ code: 'mail-underway' })
    return ok(await erase(context, cases, [customerId], actor))
  },

  'privacy.retention': async ({ db }) => ok((await readSetting(db, 'retention')) ?? { months: null, doneAt: null }),

  async 'privacy.retention-preview'({ db, clock }, { months }) {
    const cases = await oldCases(db, termStart(clock.now(), months))
    const customers = await customersWithout(db, customersOf(cases), new Set(idsOf(cases)))
    const moments = cases.flatMap(({ closedAt }) => closedAt ?? [])
    const oldest = moments.length === 0 ? null : moments.reduce((a, b) => Math.min(a, b))
    return ok({ cases: cases.length, customers: customers.length, oldest })
  },

  async 'privacy.set-retention'(context, { months }) {
    await writeSetting(context.db, 'retention', { months, doneAt: null })
    context.changed(['privacy'])
    return ok(null)
  },
}

/** A person who switched it on by mistake has until then. */
const FIRST_AFTER = HOUR

/** Erases once a day what is older than the term that a person chose. */
export function startRetention(context: Context): Worker {
  const { clock, log } = context
  let cancel = (): void => undefined
  let working: Promise<unknown> = Promise.resolve()
  let stopped = false

  function look(): void {
    cancel()
    if (stopped) return
    working = work().catch((error: unknown) => log.error('retention', error))
    cancel = clock.at(clock.now() + DAY, look)
  }

  async function work(): Promise<void> {
    await finishErasure(context)
    await applyRetention(context)
  }

  cancel = clock.at(clock.now() + FIRST_AFTER, look)
  return {
    poke: () => undefined,
    wake: () => undefined,
    async stop() {
      stopped = true
      cancel()
      await working
    },
  }
}

async function applyRetention(context: Context): Promise<ErasureReport | null> {
  const setting = await readSetting(context.db, 'retention')
  if (setting === null || setting.months === null) return null
  const now = context.clock.now()
  const cases = await oldCases(context.db, termStart(now, setting.months))
  const report = cases.length === 0 ? null : await erase(context, cases, customersOf(cases), null)
  await writeSetting(context.db, 'retention', { ...setting, doneAt: now })
  context.changed(['privacy'])
  return report
}

const termStart = (now: Instant, months: number): Instant => now - Math.round(months * MONTH)
const idsOf = (cases: readonly CaseToErase[]): string[] => cases.map(({ id }) => id)
const customersOf = (cases: readonly CaseToErase[]): string[] => [...new Set(cases.map((one) => one.customerId))]
