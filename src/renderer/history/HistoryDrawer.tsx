import { Button, Drawer, Stack, Text } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { EventView } from '../../shared/contract/business.ts'
import type { Instant } from '../../shared/domain/time.ts'
import { FailureNotice } from '../components/FailureNotice.tsx'
import { Loading } from '../components/Loading.tsx'
import { ask } from '../engine/hooks.ts'
import type { CallFailed } from '../engine/hooks.ts'
import { useNow, useTime } from '../words/use-time.ts'
import classes from './History.module.css'
import { sentence } from './sentence.ts'

/** Who did what, and when, on one case: newest first. Nothing in it is ever changed. */
export function HistoryDrawer(props: { readonly caseId: string; readonly opened: boolean; onClose(): void }) {
  const { t } = useTranslation('history')
  return (
    <Drawer
      opened={props.opened}
      onClose={props.onClose}
      position="right"
      size="lg"
      padding="lg"
      title={t('title')}
      styles={{ title: { fontSize: 'var(--mantine-font-size-xl)', fontWeight: 650 } }}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <History caseId={props.caseId} />
    </Drawer>
  )
}

function History({ caseId }: { readonly caseId: string }) {
  const { t } = useTranslation('history')
  const { data, error, hasNextPage, fetchNextPage, isFetchingNextPage } = useHistory(caseId)
  if (error !== null) return <FailureNotice failure={error.failure} />
  if (data === undefined) return <Loading rows={6} />
  return (
    <Stack gap="lg">
      <Days events={data.pages.flat()} />
      {hasNextPage ? (
        <Button variant="default" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('earlier')}
        </Button>
      ) : null}
    </Stack>
  )
}

/** Page by page; keyed like a question, so that a change of the case asks again. */
function useHistory(caseId: string) {
  return useInfiniteQuery<
    readonly EventView[],
    CallFailed,
    { pages: (readonly EventView[])[] },
    readonly unknown[],
    Instant | null
  >({
    queryKey: ['case.events', { caseId }],
    queryFn: ({ pageParam }) => ask('case.events', { caseId, before: pageParam }),
    initialPageParam: null,
    // Every history begins with the opening: from there on there is nothing earlier.
    getNextPageParam: (page) => (page.some(({ kind }) => kind === 'case-opened') ? null : (page.at(-1)?.at ?? null)),
  })
}

function Days({ events }: { readonly events: readonly EventView[] }) {
  const { t } = useTranslation('history')
  const time = useTime()
  const now = useNow()
  const days = new Map<string, EventView[]>()
  for (const event of events) {
    const day = time.day(event.at, now)
    days.set(day, [...(days.get(day) ?? []), event])
  }
  return (
    <>
      {[...days].map(([day, ofDay]) => (
        <section key={day} aria-label={day}>
          <Text fw={650} mb={6} className={classes['day'] ?? ''}>
            {day}
          </Text>
          <ol className={classes['events']}>
            {ofDay.map((event) => (
              <li key={event.id} data-tone={toneOf(event)}>
                <time dateTime={new Date(event.at).toISOString()}>{time.clock(event.at)}</time>
                <span>{sentence(event, t, (at) => time.moment(at, now))}</span>
              </li>
            ))}
          </ol>
        </section>
      ))}
    </>
  )
}

/** What went wrong stands out; all else is calm. */
function toneOf({ kind }: EventView): 'late' | 'plain' {
  return kind === 'promise-broken' || kind === 'mail-failed' || kind === 'promise-undelivered' ? 'late' : 'plain'
}
