import { create } from 'zustand'
import type { CaseKind, Channel } from '../../shared/domain/case.ts'

export const TABS = ['needs-us', 'waiting', 'done', 'set-aside'] as const
export type Tab = (typeof TABS)[number]

/** How the queue is looked at. Kept while somebody is in a case, so that coming back is coming back. */
export interface QueueView {
  readonly tab: Tab
  readonly text: string
  readonly mine: boolean
  /** Only what is too late. */
  readonly late: boolean
  readonly channel: Channel | null
  readonly kind: CaseKind | null
  /** The row that was opened last: the arrow keys go on from there. */
  readonly openedId: string | null
  readonly scrolledTo: number
  set(change: Partial<Omit<QueueView, 'set'>>): void
}

export const useQueueView = create<QueueView>()((set) => ({
  tab: 'needs-us',
  text: '',
  mine: false,
  late: false,
  channel: null,
  kind: null,
  openedId: null,
  scrolledTo: 0,
  set: (change) => set(change),
}))
