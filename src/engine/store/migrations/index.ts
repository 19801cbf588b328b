import type { Migration } from 'kysely/migration'
import { start } from './0001-start.ts'
import { overview } from './0002-overview.ts'
import { absence } from './0003-absence.ts'
import { desk } from './0004-desk.ts'
import { erasure } from './0005-erasure.ts'

/** Static and numbered: what ships is what runs, in this order. The count is the schema's version. */
export const migrations: Record<string, Migration> = {
  '0001-start': start,
  '0002-overview': overview,
  '0003-absence': absence,
  '0004-desk': desk,
  '0005-erasure': erasure,
}
