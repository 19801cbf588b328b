import { useTranslation } from 'react-i18next'
import { v7 as newId } from 'uuid'
import type { CaseView } from '../../shared/contract/cases.ts'
import { FailureNotice } from '../components/FailureNotice.tsx'
import { offerUndoOf } from '../components/undo-change.ts'
import { useAsk, useCommand } from '../engine/hooks.ts'
import { useTyped } from '../components/use-typed.ts'
import { useViewState } from '../view-state.ts'
import { PickOther } from './PickOther.tsx'
import type { Pick } from './PickOther.tsx'

const SHOWN = 8

/** This case and another are one: the other one goes on. */
export function MergeCase({ shown, onClose }: { readonly shown: CaseView; onClose(): void }) {
  const { t } = useTranslation()
  const merge = useCommand('case.merge')
  const go = useViewState((state) => state.go)
  const { text, typed, setText } = useTyped()
  const picks = usePicks(shown, typed)
  const run = ({ id: into, beside }: Pick): void => {
    const undoId = newId()
    merge.mutate(
      { undoId, caseId: shown.id, into },
      {
        onSuccess: () => {
          onClose()
          go({ screen: 'case', caseId: into })
          const number = /\d+/.exec(beside)?.[0] ?? ''
          offerUndoOf(undoId, t('case:merge.done', { number }), () => go({ screen: 'case', caseId: shown.id }))
        },
      },
    )
  }
  return (
    <PickOther
      title={t('case:merge.title')}
      say={t('case:merge.say', { number: shown.number })}
      search={t('case:merge.search')}
      list={t('case:merge.list')}
      none={t('case:merge.none')}
      confirm={t('case:merge.confirm')}
      busy={merge.isPending}
      failure={merge.error === null ? null : <FailureNotice failure={merge.error.failure} />}
      text={text}
      picks={picks}
      onText={setText}
      onPick={run}
      onClose={onClose}
    />
  )
}

/** The customer's other cases; or what a search finds, also by number alone. */
function usePicks(shown: CaseView, typed: string): readonly Pick[] {
  const { t } = useTranslation()
  const text = /^\d+$/.test(typed) ? `#${typed}` : typed
  const hits = useAsk('search', { text, limit: SHOWN + 1 }, { enabled: typed !== '' }).data?.hits ?? []
  const pick = (
    one: { readonly caseId: string; readonly number: number; readonly subject: string },
    beside: string,
  ) => ({
    id: one.caseId,
    title: one.subject,
    beside: `${t('common:caseNumber', { number: one.number })} · ${beside}`,
  })
  const picks =
    typed === ''
      ? shown.earlier.map((one) => pick(one, t(`common:state.${one.state}`)))
      : hits.map((one) => pick(one, one.customerName))
  return picks.filter(({ id }) => id !== shown.id).slice(0, SHOWN)
}
