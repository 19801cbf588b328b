import { Button, NativeSelect } from '@mantine/core'
import { Suspense, lazy, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { EndangeredPromise } from '../../shared/contract/absences.ts'
import { DueMark } from '../components/DueMark.tsx'
import { useAsk } from '../engine/hooks.ts'
import { useStaff } from '../engine/people.ts'
import classes from './Absence.module.css'
import type { AbsenceForm } from './use-absence.ts'

const CantMakeIt = lazy(async () => ({ default: (await import('../promises/CantMakeIt.tsx')).CantMakeIt }))

interface Props {
  readonly form: AbsenceForm
  readonly promises: readonly EndangeredPromise[]
}

/** Each promise with who takes it over; or the customer gets another moment, and it leaves the list by itself. */
export function Endangered({ form, promises }: Props) {
  const { t } = useTranslation()
  const staff = useStaff()
  const [moving, setMoving] = useState<EndangeredPromise | null>(null)
  return (
    <>
      <ul className={classes['endangered']} aria-label={t('absence:list')}>
        {promises.map((promise) => (
          <li key={promise.promiseId}>
            <span className={classes['what']}>
              <b>{promise.customerName}</b> {promise.text}
              <DueMark at={promise.dueAt} />
            </span>
            <NativeSelect
              aria-label={t('absence:takerOf', { customer: promise.customerName, promise: promise.text })}
              value={form.takerOf(promise) ?? ''}
              error={promise.colleagues.length === 0 ? t('absence:nobody') : null}
              data={[
                ...(promise.colleagues.length === 0 ? [{ value: '', label: t('absence:choose') }] : []),
                ...promise.colleagues.map((id) => ({
                  value: id,
                  label: staff.find((person) => person.id === id)?.name ?? '',
                })),
              ]}
              onChange={(event) => form.give(promise.promiseId, event.currentTarget.value)}
            />
            <Button variant="subtle" size="sm" onClick={() => setMoving(promise)}>
              {t('absence:move')}
            </Button>
          </li>
        ))}
      </ul>
      {moving !== null && <Move promise={moving} onClose={() => setMoving(null)} />}
    </>
  )
}

/** The golden rule over the list. */
function Move({ promise, onClose }: { readonly promise: EndangeredPromise; onClose(): void }) {
  const shown = useAsk('case.get', { caseId: promise.caseId }).data
  const found = shown?.promises.find(({ id }) => id === promise.promiseId)
  if (shown === undefined || found === undefined) return null
  return (
    <Suspense fallback={null}>
      <CantMakeIt shown={shown} promise={found} onClose={onClose} />
    </Suspense>
  )
}
