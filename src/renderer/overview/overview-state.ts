import { create } from 'zustand'
import type { InputOf } from '../../shared/contract/index.ts'
import type { Month } from '../../shared/domain/overview-month.ts'

export type Slice = InputOf<'overview.rows'>['slice']

interface OverviewState {
  /** Null: the month that it is now. */
  readonly month: Month | null
  /** The figure whose cases are open beside it, and what it is called. */
  readonly opened: { readonly slice: Slice; readonly title: string } | null
  choose(month: Month): void
  open(slice: Slice, title: string): void
  close(): void
}

/** What of the overview is in sight. Kept while the window lives, so that a look at a case comes back to the same place. */
export const useOverviewState = create<OverviewState>()((set) => ({
  month: null,
  opened: null,
  choose: (month) => set({ month, opened: null }),
  open: (slice, title) => set({ opened: { slice, title } }),
  close: () => set({ opened: null }),
}))
