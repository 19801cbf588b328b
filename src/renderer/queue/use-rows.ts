import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { QueueFilter, QueueRow, SearchHit } from '../../shared/contract/queue.ts'
import type { CallFailed } from '../engine/hooks.ts'
import { ask } from '../engine/hooks.ts'
import { useActor } from '../engine/people.ts'
import { useQueueView } from './queue-view.ts'

const PAGE = 100
const HITS = 100
const TYPING = 80

export interface Rows {
  readonly rows: readonly (QueueRow | SearchHit)[]
  readonly loading: boolean
  readonly error: CallFailed | null
  /** Asks for the next page, when there is one and it isn't on its way. */
  more(): void
  readonly searching: boolean
}

/** What the filters of the screen mean to the engine. */
export function useFilter(): QueueFilter {
  const { mine, channel, kind } = useQueueView()
  const actor = useActor()?.id ?? null
  return useMemo(() => ({ ownerId: mine ? actor : null, channel, kind }), [mine, actor, channel, kind])
}

/** The rows on screen: pages of the chosen tab, or the hits of a search. */
export function useRows(): Rows {
  const { tab, text, late } = useQueueView()
  const [typed] = useDebouncedValue(text.trim(), TYPING)
  const searching = typed.length > 1
  const pages = usePages(tab !== 'needs-us' ? tab : late ? 'overdue' : null, !searching)
  const hits = useHits(typed, searching)
  return searching ? hits : pages
}

function usePages(section: 'overdue' | 'waiting' | 'done' | 'set-aside' | null, enabled: boolean): Rows {
  const filter = useFilter()
  const query = useInfiniteQuery({
    queryKey: ['queue.page', { section, filter, limit: PAGE }],
    queryFn: ({ pageParam }) => ask('queue.page', { section, filter, cursor: pageParam, limit: PAGE }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    enabled,
  })
  const rows = useMemo(() => query.data?.pages.flatMap((page) => page.rows) ?? [], [query.data])
  return {
    rows,
    loading: query.isPending,
    error: query.error as CallFailed | null,
    more: () => {
      if (query.hasNextPage && !query.isFetching) void query.fetchNextPage()
    },
    searching: false,
  }
}

function useHits(text: string, enabled: boolean): Rows {
  const query = useQuery({
    queryKey: ['search', { text, limit: HITS }],
    queryFn: () => ask('search', { text, limit: HITS }),
    enabled,
    // The last hits stay until the next ones are here: nothing flickers while typing.
    placeholderData: keepPreviousData,
  })
  return {
    rows: query.data?.hits ?? [],
    loading: query.isPending,
    error: query.error as CallFailed | null,
    more: () => undefined,
    searching: true,
  }
}
