import { CloseButton, TextInput } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Key } from '../components/Key.tsx'
import { KEYS } from '../shell/keys.ts'
import { useQueueView } from './queue-view.ts'
import classes from './Queue.module.css'

/** Search as you type, over everything there ever was. Escape empties it; the arrow down goes into the hits. */
export function SearchField() {
  const { t } = useTranslation()
  const field = useRef<HTMLInputElement>(null)
  const text = useQueueView((view) => view.text)
  const set = useQueueView((view) => view.set)
  const search = (value: string): void => set({ text: value, openedId: null, scrolledTo: 0 })
  useHotkeys([[KEYS.search, () => field.current?.focus()]])
  return (
    <TextInput
      ref={field}
      className={classes['search'] ?? ''}
      type="search"
      aria-label={t('queue:search')}
      aria-keyshortcuts="/"
      placeholder={t('queue:searchHint')}
      leftSection={<IconSearch aria-hidden size={19} />}
      rightSection={
        text === '' ? (
          <Key name="search" />
        ) : (
          <CloseButton aria-label={t('queue:clearSearch')} onClick={() => search('')} />
        )
      }
      value={text}
      onChange={(event) => search(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === 'Escape') search('')
        if (event.key === 'ArrowDown') {
          event.preventDefault()
          document.querySelector<HTMLElement>('[data-case-list] button[tabindex="0"]')?.focus()
        }
      }}
    />
  )
}
