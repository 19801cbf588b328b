import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { CaseView, CustomerOpen, CustomerView, PromiseView } from '../../shared/contract/cases.ts'
import { ask, useAsk } from '../engine/hooks.ts'
import { ownerOfNumber, wordsToFind } from './note.ts'
import type { Note } from './note.ts'

const TYPING = 120

export interface Caller {
  /** Whom it may be, best first; never more than fit beside each other. */
  readonly candidates: readonly CustomerView[]
  /** Who it is, as far as we know. */
  readonly customer: CustomerView | null
  readonly openCases: CustomerOpen['cases']
  /** The case this note goes to; null opens a new one. */
  readonly caseId: string | null
  /** All we still owe this customer. */
  readonly promises: readonly PromiseView[]
}

/** Who is on the line, from the number or the name typed so far, and what we owe them. Never fails: a note is worth more. */
export function useCaller(note: Note, fixedCaseId: string | null): Caller {
  const [words] = useDebouncedValue(fixedCaseId === null ? wordsToFind(note) : null, TYPING)
  const found = useQuery({
    queryKey: ['customer.find', { text: words ?? '' }],
    queryFn: () => ask('customer.find', { text: words ?? '' }),
    enabled: words !== null,
    placeholderData: keepPreviousData,
  })
  const fixed = useAsk('case.get', { caseId: fixedCaseId ?? '' }, { enabled: fixedCaseId !== null }).data
  const candidates = words === null ? NOBODY : (found.data ?? NOBODY)
  const customer = fixed?.customer ?? chosen(note, candidates)
  const open = useAsk('customer.open', { customerId: customer?.id ?? '' }, { enabled: customer !== null }).data
  const openCases = customer === null || open === undefined ? [] : open.cases
  return {
    candidates: candidates.slice(0, 4),
    customer,
    openCases,
    caseId: fixed?.id ?? caseOf(note, openCases),
    promises: customer === null ? [] : (open?.promises ?? liveOf(fixed)),
  }
}

const NOBODY: readonly CustomerView[] = []

function chosen(note: Note, candidates: readonly CustomerView[]): CustomerView | null {
  if (note.customer === 'new') return null
  return note.customer ?? ownerOfNumber(note.number, candidates)
}

/** With one case open it is most likely about that one; with more, only a person knows. */
function caseOf(note: Note, openCases: CustomerOpen['cases']): string | null {
  if (note.caseId === 'new') return null
  const picked = openCases.find(({ caseId }) => caseId === note.caseId)
  return picked?.caseId ?? (openCases.length === 1 ? (openCases[0]?.caseId ?? null) : null)
}

function liveOf(view: CaseView | undefined): readonly PromiseView[] {
  return (view?.promises ?? []).filter(({ state }) => state === 'open' || state === 'broken')
}
