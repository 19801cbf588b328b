import { Button } from '@mantine/core'
import { IconCoffee, IconMoodSmile, IconSearchOff } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Empty } from '../components/Empty.tsx'
import { useQueueView } from './queue-view.ts'

/** An empty list says why it is empty. */
export function NothingHere({ searching }: { readonly searching: boolean }) {
  const { t } = useTranslation()
  const { tab, mine, late, channel, kind, set } = useQueueView()
  if (searching) {
    return (
      <Empty icon={<IconSearchOff size={44} stroke={1.4} />} title={t('queue:empty.search.title')}>
        {t('queue:empty.search.say')}
      </Empty>
    )
  }
  if (mine || late || channel !== null || kind !== null) {
    return (
      <Empty icon={<IconMoodSmile size={44} stroke={1.4} />} title={t('queue:empty.filter.title')}>
        <p>{t('queue:empty.filter.say')}</p>
        <Button variant="default" onClick={() => set({ mine: false, late: false, channel: null, kind: null })}>
          {t('queue:showAll')}
        </Button>
      </Empty>
    )
  }
  return (
    <Empty icon={<IconCoffee size={44} stroke={1.4} />} title={t(`queue:empty.${tab}.title`)}>
      {t(`queue:empty.${tab}.say`)}
    </Empty>
  )
}
