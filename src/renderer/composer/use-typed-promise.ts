import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { CaseView } from '../../shared/contract/cases.ts'
import type { FoundPromise } from '../../shared/contract/promise-care.ts'
import { ask } from '../engine/hooks.ts'
import { useActiveStaff } from '../engine/people.ts'
import type { PromiseFate } from './draft.ts'
import { personIn, record, unrecorded } from './typed-promise.ts'
import type { Writing } from './use-draft.ts'

const TYPING = 300

export interface TypedPromise {
  /** What stands in the text and was not recorded; null when there is nothing to offer. */
  readonly found: FoundPromise | null
  /** Looks at the text as it is this very moment, for who sends. Null also when the engine is away: sending says so. */
  look(): Promise<FoundPromise | null>
  accept(found: FoundPromise): void
  /** It is no promise, or not one to keep track of. */
  waive(found: FoundPromise): void
}

/** Promises in the letter, found while it is typed. The engine reads it: what knows all dates is too large for a screen. */
export function useTypedPromise(
  shown: CaseView,
  { draft, language, change }: Writing,
  fates: Readonly<Record<string, PromiseFate>>,
): TypedPromise {
  const staff = useActiveStaff()
  const [typed] = useDebouncedValue(draft.text, TYPING)
  const { data = [] } = useQuery({
    queryKey: ['promise.find', { text: typed, language }],
    queryFn: () => ask('promise.find', { text: typed, language }),
    enabled: typed.trim() !== '',
    placeholderData: keepPreviousData,
    // "Tomorrow" is another day tomorrow.
    staleTime: 0,
    gcTime: 0,
  })
  const present = data.filter(({ sentence }) => draft.text.includes(sentence))
  return {
    found: unrecorded(present, draft, shown.promises, fates),
    async look() {
      const found = await ask('promise.find', { text: draft.text, language }).catch(() => [])
      return unrecorded(found, draft, shown.promises, fates)
    },
    accept: (found) => change(record(found, personIn(found.sentence, staff))),
    waive: ({ sentence }) => change({ waived: [...(draft.waived ?? []), sentence] }),
  }
}
