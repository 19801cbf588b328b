import { create } from 'zustand'
import type { DesktopEventMap } from '../../shared/contract/desktop.ts'
import { on } from './bridge.ts'

type EngineState = DesktopEventMap['desktop.engine']

interface Health {
  readonly engine: EngineState
  /** False when the system shows no notifications: then only this window can nag. */
  readonly notifications: boolean
}

/** How the parts behind the screens are doing, as main tells. */
export const useHealth = create<Health>()(() => ({ engine: { state: 'up', failure: null }, notifications: true }))

/** Keeps `useHealth` current; returns how to stop. */
export function watchHealth(): () => void {
  const stopEngine = on('desktop.engine', (engine) => useHealth.setState({ engine }))
  const stopNotifications = on('desktop.notifications', ({ working }) => useHealth.setState({ notifications: working }))
  return () => {
    stopEngine()
    stopNotifications()
  }
}
