import { MantineProvider } from '@mantine/core'
import { Notifications } from '@mantine/notifications'
import { QueryClientProvider } from '@tanstack/react-query'
import { Suspense, lazy, useEffect } from 'react'
import type { Destination } from '../shared/contract/desktop.ts'
import { client } from './engine/client.ts'
import { invalidateOnEvents } from './engine/hooks.ts'
import { styleNonce, theme } from './theme.ts'
import { useViewState } from './view-state.ts'
import { useChosenLanguage } from './words/use-chosen-language.ts'

// Each kind of window loads its own part only: the phone note must be there before the caller has said a word.
const loadMainWindow = () => import('./MainWindow.tsx')
const loadPhoneNoteWindow = () => import('./phone-note/PhoneNoteWindow.tsx')
const MainWindow = lazy(async () => ({ default: (await loadMainWindow()).MainWindow }))
const PhoneNoteWindow = lazy(async () => ({ default: (await loadPhoneNoteWindow()).PhoneNoteWindow }))
const OverviewPrint = lazy(async () => ({ default: (await import('./overview/OverviewPrint.tsx')).OverviewPrint }))

const isSmall = ({ screen }: Destination): boolean => screen === 'phone-note'

/** Starts fetching this window's own part while the words are still on their way. */
export function loadAhead(): void {
  void (isSmall(useViewState.getState().place) ? loadPhoneNoteWindow() : loadMainWindow())
}

export function App() {
  // Paper is white.
  const scheme = useViewState((state) => (state.place.screen === 'overview-print' ? 'light' : state.colourScheme))
  useEffect(() => invalidateOnEvents(client), [])
  return (
    <QueryClientProvider client={client}>
      <MantineProvider
        theme={theme}
        getStyleNonce={styleNonce}
        defaultColorScheme="auto"
        {...(scheme === 'auto' ? {} : { forceColorScheme: scheme })}
      >
        <Notifications position="bottom-center" limit={3} />
        <Window />
      </MantineProvider>
    </QueryClientProvider>
  )
}

function Window() {
  useChosenLanguage()
  const place = useViewState((state) => state.place)
  if (place.screen === 'overview-print') {
    return (
      <Suspense fallback={null}>
        <OverviewPrint {...place} />
      </Suspense>
    )
  }
  return <Suspense fallback={null}>{isSmall(place) ? <PhoneNoteWindow /> : <MainWindow />}</Suspense>
}
