import { useMemo, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { useAsk } from '../engine/hooks.ts'
import type { Instant, ZoneName } from '../../shared/domain/time.ts'
import { timeWords } from './time-words.ts'
import type { TimeWords } from './time-words.ts'

// What screens show of the present. Nothing is decided with it: that is the engine's clock.

const TICK = 15_000
let now = Date.now()

function onTick(changed: () => void): () => void {
  const tick = (): void => {
    now = Date.now()
    changed()
  }
  tick()
  const timer = setInterval(tick, TICK)
  document.addEventListener('visibilitychange', tick)
  return () => {
    clearInterval(timer)
    document.removeEventListener('visibilitychange', tick)
  }
}

/** The present moment, fresh every quarter of a minute. */
export const useNow = (): Instant => useSyncExternalStore(onTick, () => now)

/** The zone of the business; the PC's own until it is known. */
export const useZone = (): ZoneName =>
  useAsk('business.get', {}).data?.zone ?? new Intl.DateTimeFormat().resolvedOptions().timeZone

/** Moments in words, in the language on screen. */
export function useTime(): TimeWords {
  const { t, i18n } = useTranslation()
  const zone = useZone()
  return useMemo(() => timeWords(t, i18n.language, zone), [t, i18n.language, zone])
}

/** A moment in words, as seen from the present one. */
export function useMoment(): (at: Instant) => string {
  const time = useTime()
  const now = useNow()
  return (at) => time.moment(at, now)
}
