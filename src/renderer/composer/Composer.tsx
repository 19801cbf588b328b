import { Button, CloseButton, Title } from '@mantine/core'
import { IconEye, IconSend } from '@tabler/icons-react'
import { Suspense, lazy, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CaseView } from '../../shared/contract/cases.ts'
import { mentionsAttachment } from '../../shared/domain/attachments.ts'
import type { FoundPromise } from '../../shared/contract/promise-care.ts'
import { FailureNotice } from '../components/FailureNotice.tsx'
import { Key } from '../components/Key.tsx'
import { MomentField } from '../components/MomentField.tsx'
import { useKeys } from '../components/use-keys.ts'
import { offerUndo } from '../components/offer-undo.tsx'
import { useNow } from '../words/use-time.ts'
import { Addresses } from './Addresses.tsx'
import { Attachments } from './Attachments.tsx'
import { Letter } from './Letter.tsx'
import { PromisePart } from './PromisePart.tsx'
import { AskAboutPromise, TypedPromiseOffer } from './TypedPromiseOffer.tsx'
import { troubleIn } from './check.ts'
import type { Trouble } from './check.ts'
import { fatesOf } from './draft.ts'
import { useDrafts } from './drafts.ts'
import { selectField } from './select-field.ts'
import { useDraft } from './use-draft.ts'
import { useFiles } from './use-files.ts'
import { useOfferedFiles } from './use-offered-files.ts'
import { useSend } from './use-send.ts'
import { useTypedPromise } from './use-typed-promise.ts'
import classes from './Composer.module.css'

const Preview = lazy(async () => ({ default: (await import('./Preview.tsx')).Preview }))
const ForgottenAttachment = lazy(async () => ({
  default: (await import('./ForgottenAttachment.tsx')).ForgottenAttachment,
}))

const UNDO_DISCARD = 10_000

interface Props {
  readonly shown: CaseView
  /** Puts the composer away; the draft stays. */
  onClose(): void
}

/** A reply: template, text, the moment that we promise, and one button. */
export function Composer({ shown, onClose }: Props) {
  const { t } = useTranslation()
  const form = useRef<HTMLFormElement>(null)
  const now = useNow()
  const writing = useDraft(shown)
  const { draft, ownerId } = writing
  const fates = fatesOf(shown.promises, draft)
  const { send, sending, failure } = useSend(shown, writing, fates)
  const [tried, setTried] = useState(false)
  // Once somebody tried to send, what is missing stays marked until it is there.
  const trouble = tried ? troubleIn(draft, fates, ownerId, now) : null
  const discard = useDiscard(shown)
  const files = useFiles(shown.id)
  const hovering = useOfferedFiles(form, files.add)
  const [asking, setAsking] = useState<'preview' | 'forgotten' | null>(null)
  // Asked once: whoever said that nothing needs to go along is believed.
  const [withoutFile, setWithoutFile] = useState(false)
  const typed = useTypedPromise(shown, writing, fates)
  const [asked, setAsked] = useState<FoundPromise | null>(null)

  const submit = (): void => {
    const found = troubleIn(draft, fates, ownerId, now)
    setTried(true)
    if (found !== null) return showTrouble(form.current, found)
    if (!withoutFile && draft.files.length === 0 && mentionsAttachment(draft.text)) return setAsking('forgotten')
    void typed.look().then((promise) => (promise === null ? send() : setAsked(promise)))
  }
  const answer = (take: (found: FoundPromise) => void) => (): void => {
    if (asked !== null) take(asked)
    setAsked(null)
    // What was just answered must be in the draft that goes.
    requestAnimationFrame(() => form.current?.requestSubmit())
  }
  useKeys(form, (event) => {
    if (!(event.ctrlKey || event.metaKey)) return
    const records = event.key.toLowerCase() === 'b' && typed.found !== null
    if (event.key !== 'Enter' && !records) return
    event.preventDefault()
    if (!records) submit()
    else if (typed.found !== null) typed.accept(typed.found)
  })
  const errorAt = (field: Trouble['field']): string | undefined =>
    trouble?.field === field
      ? t(`composer:trouble.${trouble.why}`, 'name' in trouble ? { name: trouble.name } : {})
      : undefined

  return (
    <form
      ref={form}
      className={classes['composer']}
      data-hovering={hovering || undefined}
      aria-label={t('composer:title', { customer: shown.customer.name })}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <div className={classes['head']}>
        <Title order={2}>{t('composer:title', { customer: shown.customer.name })}</Title>
        <CloseButton size="lg" aria-label={t('composer:putAway')} title={t('composer:putAway')} onClick={onClose} />
      </div>
      <div className={classes['scroll']}>
        <Addresses writing={writing} toError={errorAt('to')} subjectError={errorAt('subject')} />
        <MomentField
          label={t('composer:promise.moment')}
          value={draft.dueAt}
          ownerId={ownerId}
          error={errorAt('moment')}
          onChange={writing.promiseFor}
        />
        <Letter writing={writing} error={errorAt('text')} />
        <Attachments {...files} />
        <PromisePart shown={shown} writing={writing} fates={fates} />
        {failure !== null && <FailureNotice failure={failure} />}
      </div>
      {typed.found !== null && (
        <TypedPromiseOffer
          found={typed.found}
          onAccept={() => typed.found !== null && typed.accept(typed.found)}
          onWaive={() => typed.found !== null && typed.waive(typed.found)}
        />
      )}
      {asked !== null && (
        <AskAboutPromise
          found={asked}
          onRecord={answer(typed.accept)}
          onWithout={answer(typed.waive)}
          onClose={() => setAsked(null)}
        />
      )}
      <div className={classes['foot']}>
        <Button variant="subtle" onClick={discard}>
          {t('composer:discard')}
        </Button>
        <Button
          variant="default"
          ml="auto"
          leftSection={<IconEye aria-hidden size={19} />}
          onClick={() => setAsking('preview')}
        >
          {t('composer:preview.show')}
        </Button>
        <Button
          type="submit"
          loading={sending}
          leftSection={<IconSend aria-hidden size={19} />}
          rightSection={<Key name="send" />}
          aria-keyshortcuts="Control+Enter"
        >
          {t('composer:send')}
        </Button>
      </div>
      <Suspense fallback={null}>
        {asking === 'preview' && <Preview shown={shown} draft={draft} onClose={() => setAsking(null)} />}
        {asking === 'forgotten' && (
          <ForgottenAttachment
            onClose={() => setAsking(null)}
            onSend={() => {
              setAsking(null)
              setWithoutFile(true)
              requestAnimationFrame(() => form.current?.requestSubmit())
            }}
            onAttach={() => {
              setAsking(null)
              form.current?.querySelector<HTMLElement>('[name="attach"]')?.click()
            }}
          />
        )}
      </Suspense>
    </form>
  )
}

/** Thrown away, with a moment to think better of it. */
function useDiscard(shown: CaseView): () => void {
  const { t } = useTranslation()
  return () => {
    const { drafts, drop, restore } = useDrafts.getState()
    const draft = drafts[shown.id]
    drop(shown.id)
    if (draft === undefined || (draft.text.trim() === '' && draft.files.length === 0)) return
    offerUndo(draft.contactId, t('composer:discarded'), t('common:undo'), UNDO_DISCARD, () => restore(shown.id, draft))
  }
}

/** Puts the focus where something is missing, on the very words where that can be. */
function showTrouble(form: HTMLFormElement | null, trouble: Trouble): void {
  // The field may only just be coming on screen.
  requestAnimationFrame(() => {
    const element = form?.querySelector<HTMLElement>(`[name="${trouble.field}"]`)
    if (trouble.why === 'unfilled' && element instanceof HTMLTextAreaElement) selectField(element, trouble.name)
    else element?.focus()
  })
}
