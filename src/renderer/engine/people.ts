import type { StaffView } from '../../shared/contract/business.ts'
import { useViewState } from '../view-state.ts'
import { useAsk } from './hooks.ts'

const NOBODY: readonly StaffView[] = []

/** Everyone who works here, also those who left: their names stand in the history. */
export const useStaff = (): readonly StaffView[] => useAsk('staff.list', {}).data ?? NOBODY

/** Whom something can be given to. */
export const useActiveStaff = (): readonly StaffView[] => useStaff().filter((person) => person.active)

export function usePerson(id: string | null): StaffView | undefined {
  return useStaff().find((person) => person.id === id)
}

/** Who sits here. A business with one person doesn't have to say so. */
export function useActor(): StaffView | undefined {
  const actor = useViewState((state) => state.actor)
  const active = useActiveStaff()
  return active.find((person) => person.id === actor) ?? (active.length === 1 ? active[0] : undefined)
}
