import { Drawer, Text } from '@mantine/core'
import type { Month } from '../../shared/domain/overview-month.ts'
import { FailureNotice } from '../components/FailureNotice.tsx'
import { Loading } from '../components/Loading.tsx'
import { useAsk } from '../engine/hooks.ts'
import { CaseLines } from './CaseLines.tsx'
import { useOverviewState } from './overview-state.ts'
import type { Slice } from './overview-state.ts'
import { useWords } from './use-words.ts'

const SHOWN = 200

/** The cases behind the figure that was chosen. */
export function RowsDrawer({ month }: { readonly month: Month }) {
  const { t } = useWords()
  const { opened, close } = useOverviewState()
  return (
    <Drawer
      opened={opened !== null}
      onClose={close}
      position="right"
      size="lg"
      padding="lg"
      title={opened?.title}
      styles={{ title: { fontSize: 'var(--mantine-font-size-xl)', fontWeight: 650 } }}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      {opened !== null && <Rows month={month} slice={opened.slice} />}
    </Drawer>
  )
}

function Rows({ month, slice }: { readonly month: Month; readonly slice: Slice }) {
  const { t } = useWords()
  const { data, error } = useAsk('overview.rows', { month, slice, limit: SHOWN })
  if (error !== null) return <FailureNotice failure={error.failure} />
  if (data === undefined) return <Loading rows={6} />
  if (data.total === 0) return <Text c="dimmed">{t('overview:rows.none')}</Text>
  return (
    <>
      <CaseLines rows={data.rows} />
      {data.total > data.rows.length && (
        <Text c="dimmed">{t('overview:rows.more', { count: data.total - data.rows.length })}</Text>
      )}
    </>
  )
}
