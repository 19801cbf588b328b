import { v7 as newId } from 'uuid'
import { create } from 'zustand'
import { persist } from 'zustand/middleware'
import type { QueueView } from './queue-view.ts'

/** What a view remembers: which cases, not how far down somebody was. */
export type Looking = Pick<QueueView, 'tab' | 'text' | 'mine' | 'late' | 'channel' | 'kind'>

export interface SavedView {
  readonly id: string
  readonly name: string
  readonly looking: Looking
}

interface SavedViews {
  readonly views: readonly SavedView[]
  save(name: string, looking: Looking): void
  remove(id: string): void
  restore(view: SavedView): void
}

/** Ways to look at the queue that somebody on this PC gave a name. A name is given once: saving it again replaces it. */
export const useSavedViews = create<SavedViews>()(
  persist(
    (set) => {
      const put = (view: SavedView): void => {
        set(({ views }) => ({
          views: [...views.filter(({ name }) => name !== view.name), view].toSorted((a, b) =>
            a.name.localeCompare(b.name),
          ),
        }))
      }
      return {
        views: [],
        save: (name, looking) => put({ id: newId(), name, looking }),
        remove: (id) => set(({ views }) => ({ views: views.filter((view) => view.id !== id) })),
        restore: put,
      }
    },
    { name: 'queue-views' },
  ),
)

export const lookingOf = ({ tab, text, mine, late, channel, kind }: QueueView): Looking => ({
  tab,
  text,
  mine,
  late,
  channel,
  kind,
})

export function isSameLooking(a: Looking, b: Looking): boolean {
  return (['tab', 'text', 'mine', 'late', 'channel', 'kind'] as const).every((key) => a[key] === b[key])
}
