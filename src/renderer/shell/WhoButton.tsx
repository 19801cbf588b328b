import { UnstyledButton } from '@mantine/core'
import { IconUserQuestion } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Key } from '../components/Key.tsx'
import { StaffFace } from '../components/StaffFace.tsx'
import { useActor } from '../engine/people.ts'
import { useOverlay } from './overlay.ts'
import classes from './Navigation.module.css'

/** Who sits here, and the way to change it. */
export function WhoButton() {
  const { t } = useTranslation()
  const actor = useActor()
  const open = useOverlay((state) => state.open)
  return (
    <UnstyledButton
      className={classes['item']}
      data-nobody={actor === undefined || undefined}
      aria-label={actor === undefined ? t('shell:who.nobody') : t('shell:who.here', { name: actor.name })}
      aria-haspopup="dialog"
      aria-keyshortcuts="F4"
      onClick={() => open({ kind: 'who' })}
    >
      {actor === undefined ? <IconUserQuestion aria-hidden size={22} /> : <StaffFace staff={actor} size={26} />}
      <span className={classes['label']}>{actor?.name ?? t('shell:who.nobody')}</span>
      <Key name="whoSitsHere" />
    </UnstyledButton>
  )
}
