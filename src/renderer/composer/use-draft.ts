import { useTranslation } from 'react-i18next'
import type { CaseView } from '../../shared/contract/cases.ts'
import type { BusinessView } from '../../shared/contract/business.ts'
import { sayMoment } from '../../shared/domain/moments.ts'
import type { Language } from '../../shared/domain/people.ts'
import type { Template } from '../../shared/domain/template.ts'
import { fillTemplate, greetingName } from '../../shared/domain/templates.ts'
import { useAsk } from '../engine/hooks.ts'
import { useActiveStaff, useActor } from '../engine/people.ts'
import { useNow } from '../words/use-time.ts'
import { newDraft } from './draft.ts'
import type { Draft } from './draft.ts'
import { useDrafts } from './drafts.ts'
import { promiseSentence, putMoment, takeMoment } from './moment-in-text.ts'

export interface Writing {
  readonly draft: Draft
  /** Whose promise it will be. */
  readonly ownerId: string | null
  readonly promiseText: string
  /** The language that the reply is written in. */
  readonly language: Language
  change(change: Partial<Draft>): void
  fillFrom(template: Template): void
  promiseFor(dueAt: number | null): void
}

type Letter = Pick<BusinessView, 'name' | 'zone' | 'replyLanguage' | 'formOfAddress'>

const UNKNOWN: Letter = { name: '', zone: 'UTC', replyLanguage: 'nl', formOfAddress: 'u' }

/** The draft of a case, and what can be done to its text. */
export function useDraft(shown: CaseView): Writing {
  const { t } = useTranslation()
  const now = useNow()
  const actor = useActor()
  const active = useActiveStaff()
  const business: Letter = useAsk('business.get', {}).data ?? UNKNOWN
  const stored = useDrafts((state) => state.drafts[shown.id])
  const draft = stored ?? newDraft(shown, { contactId: '', promiseId: '' })
  const change = (part: Partial<Draft>): void => useDrafts.getState().change(shown.id, part)
  const ownerId =
    active.find(({ id }) => id === (draft.ownerId ?? actor?.id ?? shown.ownerId))?.id ?? active[0]?.id ?? null
  const language = draft.language ?? business.replyLanguage
  const say = (at: number): string => sayMoment(at, business.zone, language, now)
  const sentenceOf = (moment: string): string => promiseSentence(moment, language, business.formOfAddress)

  return {
    draft,
    ownerId,
    language,
    promiseText: draft.promiseText ?? t('composer:promise.about', { subject: shown.subject }),
    change,
    fillFrom: (template) => {
      const moment = draft.dueAt === null ? '' : sayMoment(draft.dueAt, business.zone, template.language, now)
      const filled = fillTemplate(template.body, {
        customer: greetingName(shown.customer.name, template.address),
        subject: shown.subject,
        staff: actor?.name ?? '',
        business: business.name,
        moment,
      })
      // What was typed already is never thrown away: it goes below the template's own words.
      const text = draft.text.trim() === '' ? filled.text : `${filled.text}\n\n${draft.text.trimStart()}`
      change({ text, templateId: template.id, language: template.language, said: moment === '' ? null : moment })
    },
    promiseFor: (dueAt) => {
      if (dueAt === draft.dueAt) return
      if (dueAt !== null) {
        const said = say(dueAt)
        return change({ dueAt, said, text: putMoment(draft.text, draft.said, said, sentenceOf(said)) })
      }
      const text = draft.said === null ? draft.text : takeMoment(draft.text, draft.said, sentenceOf(draft.said))
      change({ dueAt: null, said: null, text })
    },
  }
}
