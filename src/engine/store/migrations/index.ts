import type { Migration } from 'kysely/migration'
import { start } from './0001-start.ts'
import { overview } from './0002-overview.ts'
import { erasure } from './0004-erasure.ts'

/** Static and numbered: what ships is what runs, in this order. The count is the schema's version. */
export const migrations: Record<string, Migration> = {
  '0001-start': start,
  '0002-overview': overview,
  '0004-erasure': erasure,
}
