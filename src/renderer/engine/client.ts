import { QueryClient } from '@tanstack/react-query'
import type { InputOf, QueryName } from '../../shared/contract/index.ts'
import { ask } from './hooks.ts'

/** Answers stay fresh until an event says otherwise, and the engine is on this PC: the network doesn't matter. */
export const client = new QueryClient({
  defaultOptions: {
    queries: { staleTime: Infinity, retry: false, networkMode: 'always', refetchOnWindowFocus: false },
    mutations: { networkMode: 'always', retry: false },
  },
})

/** Asks what every window needs while the words are still being loaded, so that both arrive together. */
export function askAhead(): void {
  const ahead = <N extends QueryName>(name: N, input: InputOf<N>): void =>
    void client.prefetchQuery({ queryKey: [name, input], queryFn: () => ask(name, input) })
  ahead('business.get', {})
  ahead('staff.list', {})
}
