import i18next from 'i18next'
import { callEngine } from '../engine/bridge.ts'
import { useViewState } from '../view-state.ts'
import { offerUndo } from './offer-undo.tsx'
import { tellDone, tellFailure } from './tell.ts'

/** Milliseconds: long enough to read, look and think better of it. */
const UNDO_SHOWN = 15_000

/** Says what was done and offers to undo it: `undoId` is the one that the command was given. */
export function offerUndoOf(undoId: string, done: string, undone: () => void = () => undefined): void {
  const undo = async (): Promise<void> => {
    const result = await callEngine('change.undo', { undoId }, useViewState.getState().actor)
    if (!result.ok) return tellFailure(result.error)
    tellDone(i18next.t('common:undone'))
    undone()
  }
  offerUndo(undoId, done, i18next.t('common:undo'), UNDO_SHOWN, () => void undo())
}
