import { useState } from 'react'
import { v7 as newId } from 'uuid'
import type { EndangeredPromise } from '../../shared/contract/absences.ts'
import type { Failure } from '../../shared/contract/failure.ts'
import type { IsoDate } from '../../shared/domain/time.ts'
import { callEngine } from '../engine/bridge.ts'
import { useAsk } from '../engine/hooks.ts'
import { useActor } from '../engine/people.ts'

export interface AbsenceForm {
  readonly from: IsoDate | null
  readonly until: IsoDate | null
  readonly note: string
  readonly wrong: 'noDay' | 'backwards' | null
  /** Undefined while the engine looks. */
  readonly endangered: readonly EndangeredPromise[] | undefined
  /** Who takes each promise over: chosen, or else the colleague with most room. Null when nobody is there. */
  takerOf(promise: EndangeredPromise): string | null
  readonly failure: Failure | null
  readonly saving: boolean
  change(change: { from?: IsoDate | null; until?: IsoDate | null; note?: string }): void
  give(promiseId: string, ownerId: string): void
  save(): Promise<void>
}

export function useAbsence(staffId: string, start: IsoDate | null, onSaved: () => void): AbsenceForm {
  const actor = useActor()?.id ?? null
  const [absenceId] = useState(() => newId())
  const [fields, setFields] = useState({ from: start, until: start, note: '' })
  const [takers, setTakers] = useState<Readonly<Record<string, string>>>({})
  const [tried, setTried] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [saving, setSaving] = useState(false)
  const { from, note } = fields
  const until = fields.until ?? from
  const wrong = from === null ? 'noDay' : until !== null && until < from ? 'backwards' : null
  const span = { staffId, from: from ?? '', until: until ?? '' }
  const endangered = useAsk('absence.endangers', span, { enabled: wrong === null }).data
  const takerOf = ({ promiseId, colleagues }: EndangeredPromise): string | null => {
    const chosen = takers[promiseId]
    return chosen !== undefined && colleagues.includes(chosen) ? chosen : (colleagues[0] ?? null)
  }

  const save = async (): Promise<void> => {
    setTried(true)
    if (wrong !== null || endangered === undefined || saving) return
    const handovers = endangered.flatMap((promise) => {
      const ownerId = takerOf(promise)
      return ownerId === null ? [] : [{ promiseId: promise.promiseId, ownerId, note: note.trim() }]
    })
    setSaving(true)
    const saved = await callEngine('absence.set', { absenceId, ...span, handovers }, actor)
    setSaving(false)
    if (saved.ok) onSaved()
    else setFailure(saved.error)
  }

  return {
    ...{ from, note, endangered, takerOf, failure, saving, save },
    until: fields.until,
    wrong: tried ? wrong : null,
    change(part) {
      setFields((before) => ({ ...before, ...part }))
      setFailure(null)
    },
    give(promiseId, ownerId) {
      setTakers((before) => ({ ...before, [promiseId]: ownerId }))
      setFailure(null)
    },
  }
}
