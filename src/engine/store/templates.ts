import type { Template } from '../../shared/domain/template.ts'
import type { Instant } from '../../shared/domain/time.ts'
import type { Db } from './database.ts'

/** The templates that this business wrote itself, oldest first. */
export async function listOwnTemplates(db: Db): Promise<Template[]> {
  const rows = await db.selectFrom('template').selectAll().orderBy('created_at').orderBy('id').execute()
  return rows.map(({ id, kind, language, address, title, body }) => ({
    id,
    kind,
    language,
    address,
    title,
    body,
    builtIn: false,
  }))
}

export async function saveTemplate(db: Db, template: Omit<Template, 'builtIn'>, now: Instant): Promise<void> {
  const { id, kind, language, address, title, body } = template
  const columns = { kind, language, address, title, body }
  await db
    .insertInto('template')
    .values({ id, ...columns, created_at: now })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(columns))
    .execute()
}

export async function removeTemplate(db: Db, id: string): Promise<void> {
  await db.deleteFrom('template').where('id', '=', id).execute()
}

/** How many replies began with each template. */
export async function countTemplateUses(db: Db): Promise<Record<string, number>> {
  const rows = await db
    .selectFrom('contact')
    .select(['template_id', (eb) => eb.fn.countAll<number>().as('uses')])
    .where('template_id', 'is not', null)
    .groupBy('template_id')
    .execute()
  return Object.fromEntries(rows.map(({ template_id, uses }) => [template_id!, uses]))
}
