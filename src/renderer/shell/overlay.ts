import { create } from 'zustand'
import type { CaseView } from '../../shared/contract/cases.ts'
import type { Note } from '../phone-note/note.ts'

/** What lies over the screen of this window: one thing at a time. */
export type Overlay =
  | { readonly kind: 'palette' | 'shortcuts' | 'who' | 'workload' | 'help' }
  /** A complaint was solved. */
  | { readonly kind: 'after-care'; readonly caseId: string }
  | {
      readonly kind: 'phone-note'
      readonly note: {
        readonly number?: string
        readonly caseId?: string
        readonly kind?: 'call-in' | 'call-out'
        /** What is known already of what will be said. */
        readonly start?: Partial<Note>
      }
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

/** Closing a complaint is where loyalty can start: offers to ask later whether all is well. */
export function offerAfterCare({ id, kind }: Pick<CaseView, 'id' | 'kind'>): void {
  if (kind === 'complaint') useOverlay.getState().open({ kind: 'after-care', caseId: id })
}
