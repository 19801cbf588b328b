import type { PromiseAtRisk } from '../../shared/contract/promise-care.ts'
import type { Risk } from '../../shared/domain/at-risk.ts'
import { RISKS } from '../../shared/domain/at-risk.ts'
import { useAsk } from '../engine/hooks.ts'

const NONE: readonly PromiseAtRisk[] = []
/** A moment comes near without anything happening: milliseconds between two looks. */
const LOOK_AGAIN = 60_000

/** Promises that may not be kept as things stand, earliest due first. Asked once for all rows on screen. */
export function useRisks(): readonly PromiseAtRisk[] {
  return useAsk('promise.risks', {}, { refetchInterval: LOOK_AGAIN }).data ?? NONE
}

/** Why the promises of one case are at risk, each reason once. */
export function useRisksOfCase(caseId: string): readonly Risk[] {
  const risks = new Set(useRisks().flatMap((one) => (one.caseId === caseId ? one.risks : [])))
  return RISKS.filter((risk) => risks.has(risk))
}
