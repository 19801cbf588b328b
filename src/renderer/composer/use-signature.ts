import { useAsk } from '../engine/hooks.ts'
import { useActor } from '../engine/people.ts'

/** What stands below every mail: of the person, then of the business. Empty when there is nothing. */
export function useSignature(): string {
  const business = useAsk('business.get', {}).data
  return [useActor()?.signature ?? '', business?.signature ?? '']
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .join('\n')
}
