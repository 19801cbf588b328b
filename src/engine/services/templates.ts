import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Language } from '../../shared/domain/people.ts'
import type { Template } from '../../shared/domain/template.ts'
import { ok } from '../../shared/domain/result.ts'
import type { Handlers } from '../context.ts'
import { newId } from '../ids.ts'
import { countTemplateUses, listOwnTemplates, removeTemplate, saveTemplate } from '../store/templates.ts'
import { commit } from './commit.ts'

const LANGUAGES: readonly Language[] = ['nl', 'en']

type Call = 'template.list' | 'template.uses' | 'template.save' | 'template.import' | 'template.remove'

export const templateHandlers: Handlers<Call> = {
  /** Own ones first: whoever wrote one means to use it. */
  async 'template.list'({ db, resources }) {
    const own = await listOwnTemplates(db)
    return ok([...own, ...(await builtInTemplates(resources))])
  },

  'template.uses': async ({ db }) => ok(await countTemplateUses(db)),

  async 'template.import'(context, { templates }) {
    const result = await commit(context, async (trx) => {
      const words = ({ kind, language, address, title, body }: Omit<Template, 'id' | 'builtIn'>): string =>
        JSON.stringify([kind, language, address, title, body])
      const known = new Set((await listOwnTemplates(trx)).map(words))
      const added = templates.filter((one) => !known.has(words(one)) && known.add(words(one)))
      for (const one of added) await saveTemplate(trx, { ...one, id: newId() }, context.clock.now())
      return ok({ added: added.length, known: templates.length - added.length })
    })
    context.changed(['templates'])
    return result
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
