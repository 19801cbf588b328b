import { useHotkeys } from '@mantine/hooks'
import { Suspense, lazy, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ErrorFence } from '../components/ErrorFence.tsx'
import { Loading } from '../components/Loading.tsx'
import { Queue } from '../queue/Queue.tsx'
import { Today } from '../today/Today.tsx'
import { useViewState } from '../view-state.ts'
import { Banners } from './Banners.tsx'
import { Navigation } from './Navigation.tsx'
import { PracticeBanner } from './PracticeBanner.tsx'
import { KEYS } from './keys.ts'
import { useOverlay } from './overlay.ts'
import { useNags } from './use-nags.ts'
import classes from './Shell.module.css'

const loadCase = () => import('../case/Case.tsx')
const loadComposer = () => import('../composer/Composer.tsx')
const loadPhoneNote = () => import('../phone-note/PhoneNoteModal.tsx')
const Case = lazy(async () => ({ default: (await loadCase()).Case }))
const Outbox = lazy(async () => ({ default: (await import('../outbox/Outbox.tsx')).Outbox }))
const Overview = lazy(async () => ({ default: (await import('../overview/Overview.tsx')).Overview }))
const Settings = lazy(async () => ({ default: (await import('../settings/Settings.tsx')).Settings }))
const PhoneNoteModal = lazy(async () => ({ default: (await loadPhoneNote()).PhoneNoteModal }))
const Help = lazy(async () => ({ default: (await import('../help/Help.tsx')).Help }))
const Tour = lazy(async () => ({ default: (await import('../help/Tour.tsx')).Tour }))
const Palette = lazy(async () => ({ default: (await import('./Palette.tsx')).Palette }))
const Shortcuts = lazy(async () => ({ default: (await import('./Shortcuts.tsx')).Shortcuts }))
const AfterCare = lazy(async () => ({ default: (await import('../promises/AfterCare.tsx')).AfterCare }))
const Workload = lazy(async () => ({ default: (await import('../absence/Workload.tsx')).Workload }))
const WhoSitsHere = lazy(async () => ({ default: (await import('./WhoSitsHere.tsx')).WhoSitsHere }))

export function Shell() {
  const { t } = useTranslation()
  const go = useViewState((state) => state.go)
  const open = useOverlay((state) => state.open)
  useEffect(loadWhenIdle, [])
  useNags()
  useHotkeys(
    [
      [KEYS.today, () => go({ screen: 'today' })],
      [KEYS.queue, () => go({ screen: 'queue' })],
      [KEYS.outbox, () => go({ screen: 'outbox' })],
      [KEYS.overview, () => go({ screen: 'overview' })],
      [KEYS.settings, () => go({ screen: 'settings' })],
      [KEYS.help, () => open({ kind: 'help' })],
      [KEYS.palette, () => open({ kind: 'palette' })],
      [KEYS.phoneNote, () => open({ kind: 'phone-note', note: {} })],
      [KEYS.whoSitsHere, () => open({ kind: 'who' })],
    ],
    [],
    true,
  )
  // On some keyboards the question mark needs Shift, on others it doesn't.
  const shortcuts = (): void => open({ kind: 'shortcuts' })
  useHotkeys([
    [KEYS.shortcuts, shortcuts],
    [`shift+${KEYS.shortcuts}`, shortcuts],
  ])
  return (
    <div className={classes['shell']}>
      <a className={classes['skip']} href="#content" onClick={toContent}>
        {t('shell:skipToContent')}
      </a>
      <PracticeBanner />
      <Navigation />
      <div className={classes['main']}>
        <Banners />
        <Suspense fallback={null}>
          <Tour />
        </Suspense>
        <Place />
      </div>
      <Overlays />
    </div>
  )
}

/** Milliseconds in which the first screen has filled. */
const AFTER_FIRST_SCREEN = 1_000

/** What is used next is fetched while nothing else happens: it opens at once, and costs the start nothing. */
function loadWhenIdle(): () => void {
  // A page that waits for its first answers is idle too: only later is there really nothing else to do.
  let handle = 0
  const timer = setTimeout(() => {
    handle = requestIdleCallback(() => void Promise.all([loadCase(), loadComposer(), loadPhoneNote()]))
  }, AFTER_FIRST_SCREEN)
  return () => {
    clearTimeout(timer)
    cancelIdleCallback(handle)
  }
}

/** The address behind # names the place on screen, so the jump is made by hand. */
function toContent(event: { preventDefault(): void }): void {
  event.preventDefault()
  document.getElementById('content')?.focus()
}

function Place() {
  const place = useViewState((state) => state.place)
  const key = place.screen === 'case' ? place.caseId : place.screen
  return (
    <ErrorFence key={key}>
      <Suspense fallback={<Loading />}>
        {place.screen === 'today' && <Today />}
        {place.screen === 'queue' && <Queue />}
        {place.screen === 'case' && <Case caseId={place.caseId} compose={place.compose === true} />}
        {place.screen === 'outbox' && <Outbox />}
        {place.screen === 'overview' && <Overview />}
        {place.screen === 'settings' && <Settings />}
      </Suspense>
    </ErrorFence>
  )
}

/** What lies over the screen: one at a time, loaded when first asked for. */
function Overlays() {
  const overlay = useOverlay((state) => state.overlay)
  const close = useOverlay((state) => state.close)
  const [last, setLast] = useState(overlay)
  if (overlay !== null && overlay !== last) setLast(overlay)
  const opened = overlay !== null
  return (
    <Suspense fallback={null}>
      {last?.kind === 'palette' && <Palette opened={opened} onClose={() => close('palette')} />}
      {last?.kind === 'help' && <Help opened={opened} onClose={() => close('help')} />}
      {last?.kind === 'shortcuts' && <Shortcuts opened={opened} onClose={() => close('shortcuts')} />}
      {last?.kind === 'who' && <WhoSitsHere opened={opened} onClose={() => close('who')} />}
      {last?.kind === 'workload' && <Workload opened={opened} onClose={() => close('workload')} />}
      {overlay?.kind === 'after-care' && <AfterCare caseId={overlay.caseId} onClose={() => close('after-care')} />}
      {last?.kind === 'phone-note' && (
        <PhoneNoteModal {...last.note} opened={opened} onClose={() => close('phone-note')} />
      )}
    </Suspense>
  )
}
