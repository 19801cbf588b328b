import { create } from 'zustand'

/** What lies over the screen of this window: one thing at a time. */
export type Overlay =
  | { readonly kind: 'palette' | 'shortcuts' | 'who' | 'help' }
  | {
      readonly kind: 'phone-note'
      readonly note: { readonly number?: string; readonly caseId?: string; readonly kind?: 'call-in' | 'call-out' }
    }

interface OverlayState {
  readonly overlay: Overlay | null
  /** Nothing takes the place of a phone note: what was typed in it would be lost. */
  open(overlay: Overlay): void
  close(kind: Overlay['kind']): void
}

export const useOverlay = create<OverlayState>()((set) => ({
  overlay: null,
  open: (overlay) => set((state) => (state.overlay?.kind === 'phone-note' ? state : { overlay })),
  close: (kind) => set((state) => (state.overlay?.kind === kind ? { overlay: null } : state)),
}))
