import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { v7 as newId } from 'uuid'
import type { CaseView, PromiseView } from '../../shared/contract/cases.ts'
import type { Failure } from '../../shared/contract/failure.ts'
import { sayMoment } from '../../shared/domain/moments.ts'
import type { Language } from '../../shared/domain/people.ts'
import { greetingName, unfilledFields } from '../../shared/domain/templates.ts'
import type { Instant } from '../../shared/domain/time.ts'
import { offerUndo } from '../components/offer-undo.tsx'
import { tellFailure } from '../components/tell.ts'
import { callEngine } from '../engine/bridge.ts'
import { useAsk } from '../engine/hooks.ts'
import { useActiveStaff, useActor } from '../engine/people.ts'
import { spoken } from '../i18n.ts'
import { useOverlay } from '../shell/overlay.ts'
import { useNow } from '../words/use-time.ts'
import { letterFor, writeLetter } from './letters.ts'

interface Fields {
  readonly cause: string
  readonly plan: string
  /** The customer is asked what would suit; the moment is by when we ring about it. */
  readonly asks: boolean
  readonly dueAt: Instant | null
  /** The letter as somebody changed it; null follows the fields above. */
  readonly ownLetter: string | null
}
type Missing = 'cause' | 'plan' | 'moment' | 'letter' | null

export interface CantMakeItForm extends Omit<Fields, 'ownLetter'> {
  readonly late: boolean
  readonly canMail: boolean
  readonly language: Language
  readonly ownerId: string | null
  readonly letter: string
  readonly missing: Missing
  readonly failure: Failure | null
  readonly sending: boolean
  change(change: Partial<Fields>): void
  send(): Promise<void>
  /** A call note with everything in it: the customer is told by phone. */
  call(): void
}

export function useCantMakeIt(shown: CaseView, promise: PromiseView, onDone: () => void): CantMakeItForm {
  const { t, i18n } = useTranslation()
  const now = useNow()
  const actor = useActor()
  const active = useActiveStaff()
  const open = useOverlay((state) => state.open)
  const business = useAsk('business.get', {}).data
  const [ids] = useState(() => ({ contactId: newId(), promiseId: newId() }))
  const [fields, setFields] = useState<Fields>({ cause: '', plan: '', asks: false, dueAt: null, ownLetter: null })
  const [tried, setTried] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [sending, setSending] = useState(false)
  const late = promise.dueAt <= now
  const language = business?.replyLanguage ?? 'nl'
  const letter = useLetter(shown, promise, fields, late)
  const ownerId = active.find(({ id }) => id === promise.ownerId)?.id ?? actor?.id ?? null
  const { cause, plan, asks, dueAt } = fields
  const canMail = shown.reply.to.length > 0 && shown.reply.mailboxId !== null

  const missingIn = (mails: boolean): Missing => {
    if (cause.trim() === '') return 'cause'
    if (plan.trim() === '') return 'plan'
    if (dueAt === null || dueAt <= now) return 'moment'
    return mails && (letter.trim() === '' || unfilledFields(letter).length > 0) ? 'letter' : null
  }

  const send = async (): Promise<void> => {
    setTried(true)
    const { mailboxId } = shown.reply
    if (sending || missingIn(true) !== null || dueAt === null || ownerId === null || mailboxId === null) return
    setSending(true)
    const sent = await callEngine(
      'reply.send',
      {
        contactId: ids.contactId,
        caseId: shown.id,
        mailboxId,
        to: [...shown.reply.to],
        cc: [],
        subject: shown.reply.subject,
        text: letter.trimEnd(),
        promise: { promiseId: ids.promiseId, ownerId, text: promise.text, dueAt },
        keeps: [],
        renegotiates: promise.id,
        cause: cause.trim(),
        templateId: null,
        closes: false,
      },
      actor?.id ?? null,
    )
    setSending(false)
    if (!sent.ok) return setFailure(sent.error)
    const undo = async (): Promise<void> => {
      const undone = await callEngine('reply.undo', { contactId: ids.contactId }, actor?.id ?? null)
      if (!undone.ok) tellFailure(undone.error)
    }
    const left = Math.max(1_000, sent.value.sendAt - Date.now())
    const words = t('promises:cant.sent', { customer: shown.customer.name })
    offerUndo(ids.contactId, words, t('common:undo'), left, () => void undo())
    onDone()
  }

  const call = (): void => {
    setTried(true)
    if (missingIn(false) !== null || dueAt === null || business === undefined) return
    const text = t('promises:cant.callText', { cause: cause.trim(), plan: plan.trim() })
    const moment = sayMoment(dueAt, business.zone, spoken(i18n.language), now)
    const start = { text, moment, cause: cause.trim(), ownerId, fates: { [promise.id]: 'replaced' as const } }
    onDone()
    open({ kind: 'phone-note', note: { caseId: shown.id, kind: 'call-out', start } })
  }

  return {
    ...{ cause, plan, asks, dueAt, late, canMail, language, ownerId, letter, failure, sending },
    missing: tried ? missingIn(canMail) : null,
    change: (part) => {
      setFields((before) => ({ ...before, ...part }))
      setFailure(null)
    },
    send,
    call,
  }
}

/** What goes to the customer: as changed by hand, or else written from the template and what was filled in. */
function useLetter(shown: CaseView, promise: PromiseView, fields: Fields, late: boolean): string {
  const now = useNow()
  const actor = useActor()
  const business = useAsk('business.get', {}).data
  const templates = useAsk('template.list', {}).data
  if (fields.ownLetter !== null) return fields.ownLetter
  if (business === undefined || templates === undefined) return ''
  const { replyLanguage: language, formOfAddress: address, zone } = business
  const kind = fields.asks ? 'suits' : late ? 'late' : 'inTime'
  const template = letterFor(templates, kind, language, address)
  if (template === undefined) return ''
  const say = (at: Instant): string => sayMoment(at, zone, language, now)
  const known = {
    customer: greetingName(shown.customer.name, address),
    subject: shown.subject,
    staff: actor?.name ?? promise.ownerName,
    business: business.name,
    moment: fields.dueAt === null ? '' : say(fields.dueAt),
  }
  return writeLetter(template.body, known, { before: say(promise.dueAt), cause: fields.cause, plan: fields.plan })
}
