import { DEFAULT_RULES } from '../../shared/domain/promise-rules.ts'
import type { PromiseRules } from '../../shared/domain/promise-rules.ts'
import { ok } from '../../shared/domain/result.ts'
import type { Handlers } from '../context.ts'
import type { Db } from '../store/database.ts'
import { readSetting, writeSetting } from '../store/settings.ts'

export const ruleHandlers: Handlers<'rules.get' | 'rules.save'> = {
  'rules.get': async ({ db }) => ok(await readRules(db)),

  async 'rules.save'(context, rules) {
    await writeSetting(context.db, 'promiseRules', rules)
    context.changed(['business', 'promises'])
    context.poke('nagging')
    return ok(null)
  },
}

/** What the owner of the business set; what was never set holds as it comes. */
export async function readRules(db: Db): Promise<PromiseRules> {
  return { ...DEFAULT_RULES, ...(await readSetting(db, 'promiseRules')) }
}
