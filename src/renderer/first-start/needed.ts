import { create } from 'zustand'
import { persist } from 'zustand/middleware'
import { useAsk } from '../engine/hooks.ts'

export const STEPS = ['welcome', 'hours', 'you', 'mailbox'] as const
export type Step = (typeof STEPS)[number]

interface Progress {
  /** Where the first start stands; null when it never began, or is finished. */
  readonly step: Step | null
  go(step: Step): void
  finish(): void
}

/** How far the first start came. Kept, since each step is saved at once: whoever comes back goes on where they left. */
export const useProgress = create<Progress>()(
  persist(
    (set) => ({
      step: null,
      go: (step) => set({ step }),
      finish: () => set({ step: null }),
    }),
    { name: 'first-start', partialize: ({ step }) => ({ step }) },
  ),
)

/** Whether the first start is what this window shows; undefined while that is not known yet. */
export function useFirstStartNeeded(): boolean | undefined {
  const begun = useProgress((state) => state.step !== null)
  const set = useAsk('business.get', {}).data?.set
  const practice = useAsk('status.get', {}).data?.practice
  if (set === undefined || practice === undefined) return undefined
  return !practice && (!set || begun)
}
