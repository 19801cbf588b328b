import { Button, Menu, Modal, TextInput } from '@mantine/core'
import { IconBookmark, IconCheck, IconPlus, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { offerUndo } from '../components/offer-undo.tsx'
import { useQueueView } from './queue-view.ts'
import { isSameLooking, lookingOf, useSavedViews } from './saved-views.ts'
import type { SavedView } from './saved-views.ts'

const UNDO_SHOWN = 10_000

/** Ways to look at the list that were given a name: one click instead of four. */
export function SavedViews() {
  const { t } = useTranslation()
  const looking = lookingOf(useQueueView())
  const { views, remove, restore } = useSavedViews()
  const [naming, setNaming] = useState(false)
  const here = views.find((view) => isSameLooking(view.looking, looking))
  const show = (view: SavedView): void => {
    useQueueView.getState().set({ ...view.looking, openedId: null, scrolledTo: 0 })
  }
  const drop = (view: SavedView): void => {
    remove(view.id)
    offerUndo(view.id, t('queue:views.removed', { name: view.name }), t('common:undo'), UNDO_SHOWN, () => restore(view))
  }
  return (
    <>
      <Menu position="bottom-end" withArrow>
        <Menu.Target>
          <Button
            size="sm"
            variant={here === undefined ? 'default' : 'light'}
            leftSection={<IconBookmark aria-hidden size={17} />}
          >
            {here?.name ?? t('queue:views.label')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {views.map((view) => (
            <Menu.Item
              key={view.id}
              leftSection={view === here ? <IconCheck aria-hidden size={17} /> : <span />}
              onClick={() => show(view)}
            >
              {view.name}
            </Menu.Item>
          ))}
          {views.length > 0 && <Menu.Divider />}
          <Menu.Item leftSection={<IconPlus aria-hidden size={17} />} onClick={() => setNaming(true)}>
            {t('queue:views.save')}
          </Menu.Item>
          {here !== undefined && (
            <Menu.Item leftSection={<IconTrash aria-hidden size={17} />} onClick={() => drop(here)}>
              {t('queue:views.remove', { name: here.name })}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      <Modal
        opened={naming}
        onClose={() => setNaming(false)}
        size="sm"
        title={t('queue:views.save')}
        closeButtonProps={{ 'aria-label': t('common:close') }}
      >
        <Naming onClose={() => setNaming(false)} />
      </Modal>
    </>
  )
}

function Naming({ onClose }: { onClose(): void }) {
  const { t } = useTranslation()
  const [name, setName] = useState('')
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (name.trim() === '') return
        useSavedViews.getState().save(name.trim(), lookingOf(useQueueView.getState()))
        onClose()
      }}
    >
      <TextInput
        data-autofocus
        label={t('queue:views.name')}
        placeholder={t('queue:views.nameHint')}
        maxLength={40}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Button type="submit" mt="sm" size="sm" fullWidth>
        {t('common:save')}
      </Button>
    </form>
  )
}
