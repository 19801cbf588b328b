import { create } from 'zustand'
import { persist } from 'zustand/middleware'
import type { Destination } from '../shared/contract/desktop.ts'
import { fromHash, toHash } from './place.ts'

/** What this window shows: never data of the engine, which lives in react-query. */
interface ViewState {
  /** Who sits here. Recorded on everything they do. */
  readonly actor: string | null
  readonly colourScheme: 'auto' | 'light' | 'dark'
  readonly place: Destination
  setActor(actor: string | null): void
  setColourScheme(scheme: 'auto' | 'light' | 'dark'): void
  go(place: Destination): void
}

export const useViewState = create<ViewState>()(
  persist(
    (set) => ({
      actor: null,
      colourScheme: 'auto',
      place: fromHash(location.hash) ?? { screen: 'today' },
      setActor: (actor) => set({ actor }),
      setColourScheme: (colourScheme) => set({ colourScheme }),
      go: (place) => {
        set({ place })
        if (location.hash !== toHash(place)) history.pushState(null, '', toHash(place))
      },
    }),
    { name: 'view', partialize: ({ actor, colourScheme }) => ({ actor, colourScheme }) },
  ),
)

/** Back and forward, and an address typed by a test, move the window like a click does. */
export function followAddress(): void {
  const follow = (): void => {
    const place = fromHash(location.hash)
    if (place !== null) useViewState.setState({ place })
  }
  addEventListener('popstate', follow)
  addEventListener('hashchange', follow)
}
