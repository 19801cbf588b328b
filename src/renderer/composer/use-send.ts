import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CaseView } from '../../shared/contract/cases.ts'
import type { Failure } from '../../shared/contract/failure.ts'
import { offerUndo } from '../components/offer-undo.tsx'
import { tellFailure } from '../components/tell.ts'
import { callEngine } from '../engine/bridge.ts'
import { useActor } from '../engine/people.ts'
import { offerAfterCare } from '../shell/overlay.ts'
import { useViewState } from '../view-state.ts'
import type { Draft, PromiseFate } from './draft.ts'
import { useDrafts } from './drafts.ts'
import { readFile } from './files.ts'
import type { Writing } from './use-draft.ts'

/** Hands the reply to the engine in one command, and offers to take it back while that can be done. */
export function useSend(shown: CaseView, writing: Writing, fates: Readonly<Record<string, PromiseFate>>) {
  const actor = useActor()?.id ?? null
  const [failure, setFailure] = useState<Failure | null>(null)
  const [sending, setSending] = useState(false)
  const tellSent = useTellSent(shown)

  const send = async (): Promise<void> => {
    const { draft } = writing
    const { mailboxId } = shown.reply
    if (sending) return
    if (mailboxId === null) return setFailure({ code: 'no-mailbox' })
    setSending(true)
    const attachments = await attachmentsOf(draft)
    if (attachments === null) {
      setSending(false)
      return setFailure({ code: 'attachment-missing' })
    }
    const reply = { ...toReply(shown, writing, fates, mailboxId), attachments }
    const sent = await callEngine('reply.send', reply, actor)
    setSending(false)
    if (!sent.ok) return setFailure(sent.error)
    useDrafts.getState().drop(shown.id)
    tellSent(draft, sent.value.sendAt)
    if (reply.closes) offerAfterCare(shown)
  }
  return { send, sending, failure }
}

/** With their bytes; null when one of them is gone. */
async function attachmentsOf({ files }: Draft) {
  const attachments = []
  for (const { id, name, mediaType } of files) {
    const base64 = await readFile(id).catch(() => null)
    if (base64 === null) return null
    attachments.push({ name, mediaType, base64 })
  }
  return attachments
}

function toReply(
  shown: CaseView,
  { draft, ownerId, promiseText }: Writing,
  fates: Readonly<Record<string, PromiseFate>>,
  mailboxId: string,
) {
  const { contactId, promiseId, dueAt } = draft
  const withFate = (fate: PromiseFate): string[] => Object.keys(fates).filter((id) => fates[id] === fate)
  const stays = withFate('stays').length > 0 || dueAt !== null
  return {
    contactId,
    caseId: shown.id,
    mailboxId,
    to: [...draft.to],
    cc: [...draft.cc],
    subject: draft.subject.trim(),
    text: draft.text.trimEnd(),
    promise: dueAt === null || ownerId === null ? null : { promiseId, ownerId, text: promiseText.trim(), dueAt },
    keeps: withFate('kept'),
    renegotiates: withFate('replaced')[0] ?? null,
    templateId: draft.templateId,
    closes: draft.closes && !stays,
  }
}

function useTellSent(shown: CaseView): (draft: Draft, sendAt: number) => void {
  const { t } = useTranslation()
  return (draft, sendAt) => {
    const { contactId } = draft
    const undo = async (): Promise<void> => {
      const undone = await callEngine('reply.undo', { contactId }, useViewState.getState().actor)
      if (!undone.ok) return tellFailure(undone.error)
      useDrafts.getState().restore(shown.id, draft)
      useViewState.getState().go({ screen: 'case', caseId: shown.id })
    }
    const left = Math.max(1_000, sendAt - Date.now())
    offerUndo(
      contactId,
      t('composer:sent', { customer: shown.customer.name }),
      t('common:undo'),
      left,
      () => void undo(),
    )
  }
}
