import { create } from 'zustand'

interface Chosen {
  readonly ids: ReadonlySet<string>
  toggle(caseId: string): void
  choose(caseIds: readonly string[]): void
  clear(): void
}

/** As many cases as one decision takes. */
export const MOST_CHOSEN = 500

/** The cases that are ticked, to be dealt with together. */
export const useChosen = create<Chosen>()((set) => ({
  ids: new Set(),
  toggle: (caseId) =>
    set(({ ids }) => {
      const next = new Set(ids)
      if (!next.delete(caseId) && next.size < MOST_CHOSEN) next.add(caseId)
      return { ids: next }
    }),
  choose: (caseIds) => set({ ids: new Set(caseIds.slice(0, MOST_CHOSEN)) }),
  clear: () => set({ ids: new Set() }),
}))
