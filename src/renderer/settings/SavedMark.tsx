import { Text } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'

/** Where settings apply at once: says that they did. */
export function SavedMark({ state }: { readonly state: 'idle' | 'saving' | 'saved' }) {
  const { t } = useTranslation('settings')
  return (
    <Text size="sm" c="dimmed" role="status" mih="1.5em">
      {state === 'saved' ? (
        <>
          <IconCheck aria-hidden size={16} style={{ verticalAlign: '-2px', color: 'var(--b-fine)' }} /> {t('saved')}
        </>
      ) : (
        t('atOnce')
      )}
    </Text>
  )
}
