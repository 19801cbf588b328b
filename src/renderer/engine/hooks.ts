import { useMutation, useQuery } from '@tanstack/react-query'
import type { QueryClient, UseMutationResult, UseQueryResult } from '@tanstack/react-query'
import type { EventMap, Topic } from '../../shared/contract/events.ts'
import type { Failure } from '../../shared/contract/failure.ts'
import type { CallName, InputOf, OutputOf, QueryName } from '../../shared/contract/index.ts'
import { QUERY_TOPICS } from '../../shared/contract/topics.ts'
import { useViewState } from '../view-state.ts'
import { callEngine, on } from './bridge.ts'

/** A failure as an error, so that react-query carries it; `failure` is what the screen words. */
export class CallFailed extends Error {
  readonly failure: Failure
  constructor(failure: Failure) {
    super(failure.code)
    this.failure = failure
  }
}

/** Asks the engine, and again whenever a topic of the answer changes. */
export function useAsk<N extends QueryName>(
  name: N,
  input: InputOf<N>,
  options: { readonly enabled?: boolean; readonly refetchInterval?: number } = {},
): UseQueryResult<OutputOf<N>, CallFailed> {
  return useQuery({
    queryKey: [name, input],
    queryFn: () => ask(name, input),
    ...options,
  })
}

export async function ask<N extends CallName>(name: N, input: InputOf<N>): Promise<OutputOf<N>> {
  const result = await callEngine(name, input, useViewState.getState().actor)
  if (!result.ok) throw new CallFailed(result.error)
  return result.value
}

/** A command: what it changes comes back as events, so there is nothing to invalidate by hand. */
export function useCommand<N extends CallName>(name: N): UseMutationResult<OutputOf<N>, CallFailed, InputOf<N>> {
  return useMutation({ mutationFn: (input: InputOf<N>) => ask(name, input) })
}

/** Milliseconds in which changes are gathered: a thousand mails coming in must not ask a thousand times. */
const GATHER = 40

/** Ties the engine's events to the cache: what became stale is asked again, if it is on screen. */
export function invalidateOnEvents(client: QueryClient): () => void {
  let changes: EventMap['changed'][] = []
  let timer: ReturnType<typeof setTimeout> | undefined
  let away = false
  const flush = (): void => {
    const gathered = changes
    changes = []
    timer = undefined
    void client.invalidateQueries({
      predicate: ({ queryKey }) => gathered.some(({ topics, caseId }) => isStale(queryKey, topics, caseId)),
    })
  }
  const stopChanged = on('changed', (change) => {
    changes.push(change)
    timer ??= setTimeout(flush, GATHER)
  })
  const stopEngine = on('desktop.engine', ({ state }) => {
    // A new engine may know more than the old one told; the first one has told nothing yet.
    if (state === 'up' && away) void client.invalidateQueries()
    away = state !== 'up'
  })
  return () => {
    clearTimeout(timer)
    stopChanged()
    stopEngine()
  }
}

function isStale(key: readonly unknown[], changed: readonly Topic[], caseId: string | null): boolean {
  const [name, input] = key as [QueryName, { readonly caseId?: string } | undefined]
  if (caseId !== null && input?.caseId !== undefined && input.caseId !== caseId) return false
  return QUERY_TOPICS[name]?.some((topic) => changed.includes(topic)) ?? false
}
