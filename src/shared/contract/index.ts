import type { z } from 'zod'
import { absenceEntries } from './absences.ts'
import { backupEntries } from './backup.ts'
import { businessEntries } from './business.ts'
import { caseEntries } from './cases.ts'
import { lockEntries } from './lock.ts'
import { mailEntries } from './mail.ts'
import { nagEntries } from './nags.ts'
import { overviewEntries } from './overview.ts'
import { promiseCareEntries } from './promise-care.ts'
import { privacyEntries } from './privacy.ts'
import { promiseEntries } from './promises.ts'
import { provisionEntries } from './provision.ts'
import { queueEntries } from './queue.ts'
import { statusEntries } from './status.ts'

/**
 * Every query and command between screen and engine: name, input schema, output type. The one table.
 * Screens import its types only, so that the schemas (and zod) stay out of the first chunk.
 */
export const contract = {
  ...absenceEntries,
  ...backupEntries,
  ...businessEntries,
  ...caseEntries,
  ...lockEntries,
  ...mailEntries,
  ...nagEntries,
  ...overviewEntries,
  ...promiseCareEntries,
  ...privacyEntries,
  ...promiseEntries,
  ...provisionEntries,
  ...queueEntries,
  ...statusEntries,
}

export type Contract = typeof contract
export type CallName = keyof Contract
/** What a caller hands over. */
export type InputOf<N extends CallName> = z.input<Contract[N]['input']>
/** What a service receives: parsed, bounded and trimmed. */
export type ParsedInputOf<N extends CallName> = z.output<Contract[N]['input']>
export type OutputOf<N extends CallName> = Exclude<Contract[N]['output'], undefined>
export type QueryName = { [N in CallName]: Contract[N]['kind'] extends 'query' ? N : never }[CallName]
