import { create } from 'zustand'
import { persist } from 'zustand/middleware'
import type { Destination } from '../shared/contract/desktop.ts'

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
      place: { screen: 'queue' },
      setActor: (actor) => set({ actor }),
      setColourScheme: (colourScheme) => set({ colourScheme }),
      go: (place) => set({ place }),
    }),
    { name: 'view', partialize: ({ actor, colourScheme }) => ({ actor, colourScheme }) },
  ),
)
