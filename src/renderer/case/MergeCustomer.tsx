import { useTranslation } from 'react-i18next'
import { v7 as newId } from 'uuid'
import type { CustomerView } from '../../shared/contract/cases.ts'
import { FailureNotice } from '../components/FailureNotice.tsx'
import { offerUndoOf } from '../components/undo-change.ts'
import { useTyped } from '../components/use-typed.ts'
import { useAsk, useCommand } from '../engine/hooks.ts'
import { PickOther } from './PickOther.tsx'
import type { Pick } from './PickOther.tsx'

/** This customer and another are one: the other one goes on, with everything of both. */
export function MergeCustomer({ customer, onClose }: { readonly customer: CustomerView; onClose(): void }) {
  const { t } = useTranslation()
  const merge = useCommand('customer.merge')
  const { text, typed, setText } = useTyped()
  // Whoever is one with this customer probably goes by the same name.
  const found = useAsk('customer.find', { text: typed === '' ? customer.name : typed }).data ?? []
  const picks = found
    .filter(({ id }) => id !== customer.id)
    .map(({ id, name, company, emails, phones }) => ({
      id,
      title: name,
      beside: [company ?? '', ...emails, ...phones].filter((part) => part !== '').join(' · '),
    }))
  const run = ({ id: into, title }: Pick): void => {
    const undoId = newId()
    merge.mutate(
      { undoId, customerId: customer.id, into },
      {
        onSuccess: () => {
          onClose()
          offerUndoOf(undoId, t('case:customer.merge.done', { name: customer.name, into: title }))
        },
      },
    )
  }
  return (
    <PickOther
      title={t('case:customer.merge.title')}
      say={t('case:customer.merge.say', { name: customer.name })}
      search={t('case:customer.merge.search')}
      list={t('case:customer.merge.list')}
      none={t('case:customer.merge.none')}
      confirm={t('case:customer.merge.confirm')}
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
