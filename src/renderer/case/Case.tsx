import { Anchor } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { Suspense, lazy, useEffect, useEffectEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CaseView } from '../../shared/contract/cases.ts'
import { isLive } from '../../shared/domain/promises.ts'
import { FailureNotice } from '../components/FailureNotice.tsx'
import { Loading } from '../components/Loading.tsx'
import { Notice } from '../components/Notice.tsx'
import { useDrafts } from '../composer/drafts.ts'
import { useAsk } from '../engine/hooks.ts'
import { KEYS } from '../shell/keys.ts'
import { useOverlay } from '../shell/overlay.ts'
import { useViewState } from '../view-state.ts'
import { useReady } from '../words/use-ready.ts'
import { ActionBar } from './ActionBar.tsx'
import { CaseHead } from './CaseHead.tsx'
import { Conversation } from './Conversation.tsx'
import { CustomerCard } from './CustomerCard.tsx'
import { PromiseStrip } from './PromiseStrip.tsx'
import classes from './Case.module.css'

const ImproveDialog = lazy(async () => ({ default: (await import('../overview/ImproveDialog.tsx')).ImproveDialog }))
const NagPanel = lazy(async () => ({ default: (await import('../promises/NagPanel.tsx')).NagPanel }))
const Composer = lazy(async () => ({ default: (await import('../composer/Composer.tsx')).Composer }))

/** One case: what we promised, what was said, who it is, and what to do now. */
export function Case({ caseId, compose }: { readonly caseId: string; readonly compose: boolean }) {
  const { t } = useTranslation()
  const { data, error } = useAsk('case.get', { caseId })
  if (error !== null) {
    return (
      <main className={classes['failed']} id="content" tabIndex={-1} aria-label={t('case:title')}>
        <FailureNotice failure={error.failure} />
      </main>
    )
  }
  if (data === undefined) return <Loading />
  return <CaseOnScreen shown={data} compose={compose} />
}

function CaseOnScreen({ shown, compose }: { readonly shown: CaseView; readonly compose: boolean }) {
  const { t } = useTranslation()
  const { composing, startReply, stopReply } = useReply(shown, compose)
  const [noting, setNoting] = useState(false)
  const nagged = useNag(shown)
  const [improving, setImproving] = useState(false)
  const open = useOverlay((state) => state.open)
  const logCall = (): void => open({ kind: 'phone-note', note: { caseId: shown.id, kind: 'call-out' } })
  useReady(`${composing ? 'compose' : 'case'}:${shown.id}`, true)
  useHotkeys([
    [KEYS.reply, onScreenItself(() => startReply())],
    [KEYS.call, onScreenItself(logCall)],
    [KEYS.note, onScreenItself(() => setNoting(true))],
    [KEYS.improve, onScreenItself(() => setImproving(true))],
    [KEYS.back, onScreenItself(composing ? stopReply : toQueue)],
  ])
  return (
    <main
      className={classes['case']}
      id="content"
      tabIndex={-1}
      aria-label={t('common:caseNumber', { number: shown.number })}
    >
      <CaseHead shown={shown} onImprove={() => setImproving(true)} />
      {shown.mergedInto !== null && <Merged into={shown.mergedInto} />}
      {/* The composer says itself what it does to each promise. */}
      {!composing && nagged !== undefined && (
        <Suspense fallback={null}>
          <NagPanel
            key={`${nagged.promise.id} ${nagged.act}`}
            shown={shown}
            promise={nagged.promise}
            act={nagged.act}
            onDone={() => useViewState.getState().go({ screen: 'case', caseId: shown.id })}
          />
        </Suspense>
      )}
      {!composing && <PromiseStrip shown={shown} onReply={startReply} onCall={logCall} />}
      <div className={classes['body']} data-composing={composing || undefined}>
        <div className={classes['talk']}>
          <Conversation shown={shown} noting={noting} onNoted={() => setNoting(false)} />
          {!composing && (
            <ActionBar shown={shown} onReply={() => startReply()} onCall={logCall} onNote={() => setNoting(true)} />
          )}
        </div>
        {composing ? (
          <div className={classes['composer']}>
            <Suspense fallback={<Loading />}>
              <Composer key={shown.id} shown={shown} onClose={stopReply} />
            </Suspense>
          </div>
        ) : (
          <CustomerCard shown={shown} />
        )}
      </div>
      {improving && (
        <Suspense fallback={null}>
          <ImproveDialog caseId={shown.id} onClose={() => setImproving(false)} />
        </Suspense>
      )}
    </main>
  )
}

/** The promise whose nag led here, as long as it waits for an answer. */
function useNag(shown: CaseView) {
  const place = useViewState((state) => state.place)
  const nag = place.screen === 'case' && place.caseId === shown.id ? place.nag : undefined
  const promise = shown.promises.find((one) => one.id === nag?.promiseId && isLive(one))
  return nag === undefined || promise === undefined ? undefined : { promise, act: nag.act }
}

/** Its number is still said over the phone: it leads to where everything went. */
function Merged({ into }: { readonly into: NonNullable<CaseView['mergedInto']> }) {
  const { t } = useTranslation()
  const { caseId, number } = into
  return (
    <div className={classes['merged']}>
      <Notice>
        {t('case:merged', { number })}{' '}
        <Anchor component="button" onClick={() => useViewState.getState().go({ screen: 'case', caseId })}>
          {t('case:toMerged', { number })}
        </Anchor>
      </Notice>
    </div>
  )
}

const toQueue = (): void => useViewState.getState().go({ screen: 'queue' })

/** In a menu or a dialog the same keys mean something else. */
const onScreenItself = (run: () => void) => (event: KeyboardEvent) => {
  const target = event.target
  if (!(target instanceof Element) || target.closest('[role=dialog], [role=menu], [role=listbox]') === null) run()
}

/** What a reply is started for: a promise that it keeps, or one that it replaces. */
export type ReplyAim = { readonly keeps: string } | { readonly renegotiates: string }

/** A case with a draft opens with the composer as it was left. */
function useReply(shown: CaseView, compose: boolean) {
  const draft = useDrafts((state) => state.drafts[shown.id])
  const begin = useDrafts((state) => state.begin)
  const setOpen = useDrafts((state) => state.setOpen)
  const beginOnArrival = useEffectEvent(() => begin(shown))
  const startReply = (aim?: ReplyAim): void => begin(shown, aim)
  // Only when the place asks for it: a fresh answer about the same case must not reopen what was closed.
  useEffect(() => {
    if (compose) beginOnArrival()
  }, [compose])
  return { composing: draft?.open ?? false, startReply, stopReply: () => setOpen(shown.id, false) }
}
