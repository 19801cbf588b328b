import { Button, Center, Loader, Stack } from '@mantine/core'
import { Suspense, lazy, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { callDesktop, on } from './engine/bridge.ts'
import { useHealth, watchHealth } from './engine/engine-state.ts'
import { useAsk } from './engine/hooks.ts'
import { useActor } from './engine/people.ts'
import { FailureNotice } from './components/FailureNotice.tsx'
import { useFirstStartNeeded } from './first-start/needed.ts'
import { useLocked } from './lock/use-lock.ts'
import { Shell } from './shell/Shell.tsx'
import { useViewState } from './view-state.ts'

const Lock = lazy(async () => ({ default: (await import('./lock/Lock.tsx')).Lock }))
const FirstStart = lazy(async () => ({ default: (await import('./first-start/FirstStart.tsx')).FirstStart }))

/** The window with everything in it: the first start until the business is set, then the shell. */
export function MainWindow() {
  useEffect(watchHealth, [])
  useEffect(() => on('desktop.go', (place) => useViewState.getState().go(place)), [])
  useActorKnownToAll()
  const business = useAsk('business.get', {})
  const firstStart = useFirstStartNeeded()
  const locked = useLocked()
  const failing = useHealth((state) => state.engine.state === 'failing')

  if (business.data === undefined) return failing || business.error !== null ? <NoBusiness /> : <Starting />
  if (firstStart === undefined) return <Starting />
  if (!firstStart && locked === undefined) return <Starting />
  if (!firstStart && !locked) return <Shell />
  return <Suspense fallback={<Starting />}>{firstStart ? <FirstStart /> : <Lock />}</Suspense>
}

/** Main records nags and notes on the person who sits here. */
function useActorKnownToAll(): void {
  const actor = useActor()?.id ?? null
  const setActor = useViewState((state) => state.setActor)
  useEffect(() => {
    if (actor === null) return
    setActor(actor)
    void callDesktop('desktop.set-actor', { staffId: actor })
  }, [actor, setActor])
}

function Starting() {
  const { t } = useTranslation()
  return (
    <Center component="main" h="100%">
      <Loader role="status" aria-label={t('common:loading')} type="dots" />
    </Center>
  )
}

/** The engine answers nothing yet: what main knows about it says more than the failed call. */
function NoBusiness() {
  const { t } = useTranslation()
  const { failure } = useHealth((state) => state.engine)
  const { error, refetch } = useAsk('business.get', {})
  return (
    <Center component="main" h="100%" p="xl">
      <Stack maw={640}>
        <FailureNotice failure={failure ?? error?.failure ?? { code: 'engine-away' }} />
        <Button variant="default" onClick={() => void refetch()}>
          {t('common:tryAgain')}
        </Button>
      </Stack>
    </Center>
  )
}
