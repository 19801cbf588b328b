import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Language } from '../../shared/domain/people.ts'
import type { Template } from '../../shared/domain/template.ts'
import { ok } from '../../shared/domain/result.ts'
import type { Handlers } from '../context.ts'
import { listOwnTemplates, removeTemplate, saveTemplate } from '../store/templates.ts'

const LANGUAGES: readonly Language[] = ['nl', 'en']

export const templateHandlers: Handlers<'template.list' | 'template.save' | 'template.remove'> = {
  /** Own ones first: whoever wrote one means to use it. */
  async 'template.list'({ db, resources }) {
    const own = await listOwnTemplates(db)
    return ok([...own, ...(await builtInTemplates(resources))])
  },

  async 'template.save'(context, template) {
    await saveTemplate(context.db, template, context.clock.now())
    context.changed(['templates'])
    return ok(null)
  },

  async 'template.remove'(context, { templateId }) {
    await removeTemplate(context.db, templateId)
    context.changed(['templates'])
    return ok(null)
  },
}

async function builtInTemplates(resources: string): Promise<Template[]> {
  const files = LANGUAGES.map((language) => readFile(join(resources, 'templates', `${language}.json`), 'utf8'))
  return (await Promise.all(files)).flatMap((text) =>
    (JSON.parse(text) as Omit<Template, 'builtIn'>[]).map((template) => ({ ...template, builtIn: true })),
  )
}
