import { useQueryClient } from '@tanstack/react-query'
import type { Business, BusinessView } from '../../shared/contract/business.ts'
import { tellError } from '../components/tell.ts'
import { useAsk, useCommand } from '../engine/hooks.ts'

const KEY = ['business.get', {}] as const

export interface BusinessEdit {
  readonly business: BusinessView | undefined
  readonly state: 'idle' | 'saving' | 'saved'
  /** Saves a change at once; what failed to be saved goes back to what it was, with the reason in words. */
  apply(change: Partial<Business>): void
}

/** The business, for settings that apply at once. */
export function useBusiness(): BusinessEdit {
  const client = useQueryClient()
  const { data: business } = useAsk('business.get', {})
  const save = useCommand('business.save')
  return {
    business,
    state: save.isPending ? 'saving' : save.isSuccess ? 'saved' : 'idle',
    apply(change) {
      // The latest answer, not the one of this render: two changes may follow each other quickly.
      const latest = client.getQueryData<BusinessView>(KEY)
      if (latest === undefined) return
      client.setQueryData<BusinessView>(KEY, { ...latest, ...change })
      save.mutate(
        { ...fieldsOf(latest), ...change },
        {
          onError: (error) => {
            tellError(error)
            void client.invalidateQueries({ queryKey: KEY })
          },
        },
      )
    },
  }
}

/** What is saved of it: the rest is worked out by the engine. */
export function fieldsOf({ calendar: _calendar, set: _set, ...business }: BusinessView): Business {
  return business
}
