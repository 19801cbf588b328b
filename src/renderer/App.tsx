import { MantineProvider } from '@mantine/core'
import { Notifications } from '@mantine/notifications'
import { QueryClientProvider } from '@tanstack/react-query'
import { Suspense, lazy, useEffect } from 'react'
import { client } from './engine/client.ts'
import { invalidateOnEvents } from './engine/hooks.ts'
import { styleNonce, theme } from './theme.ts'
import { useViewState } from './view-state.ts'
import { useChosenLanguage } from './words/use-chosen-language.ts'

// Each kind of window loads its own part only: the phone note must be there before the caller has said a word.
const MainWindow = lazy(async () => ({ default: (await import('./MainWindow.tsx')).MainWindow }))
const PhoneNoteWindow = lazy(async () => ({
  default: (await import('./phone-note/PhoneNoteWindow.tsx')).PhoneNoteWindow,
}))

export function App() {
  const scheme = useViewState((state) => state.colourScheme)
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
  const small = useViewState((state) => state.place.screen === 'phone-note')
  return <Suspense fallback={null}>{small ? <PhoneNoteWindow /> : <MainWindow />}</Suspense>
}
