import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { callDesktop } from '../engine/bridge.ts'
import { useAsk } from '../engine/hooks.ts'
import { speak } from '../i18n.ts'
import { useViewState } from '../view-state.ts'

/** Speaks the language that the business chose, or the system's, and follows when it is changed. */
export function useChosenLanguage(): void {
  const chosen = useAsk('business.get', {}).data?.screenLanguage
  const system = useDesktopInfo()?.systemLanguage
  // A page for the printer speaks the language that was asked for.
  const onPaper = useViewState(({ place }) => (place.screen === 'overview-print' ? place.language : null))
  const language = onPaper ?? (chosen === 'system' ? system : chosen)
  useEffect(() => {
    if (language !== undefined) void speak(language, onPaper === null)
  }, [language, onPaper])
}

/** What main knows of this PC: it doesn't change while the app runs. */
export function useDesktopInfo() {
  const { data } = useQuery({
    queryKey: ['desktop.info'],
    queryFn: async () => {
      const info = await callDesktop('desktop.info', {})
      return info.ok ? info.value : null
    },
  })
  return data ?? undefined
}
