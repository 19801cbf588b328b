import { IconBuildingStore, IconMail, IconMailOpened, IconMessage, IconPhone } from '@tabler/icons-react'
import type { Icon } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Channel } from '../../shared/domain/case.ts'
import classes from './Mark.module.css'

const ICONS: Readonly<Record<Channel, Icon>> = {
  mail: IconMail,
  phone: IconPhone,
  counter: IconBuildingStore,
  letter: IconMailOpened,
  social: IconMessage,
}

/** How the customer reached us: a picture with its word. */
export function ChannelMark({ channel }: { readonly channel: Channel }) {
  const { t } = useTranslation()
  const ChannelIcon = ICONS[channel]
  return (
    <span className={classes['mark']}>
      <ChannelIcon aria-hidden size={16} stroke={1.8} />
      {t(`common:channel.${channel}`)}
    </span>
  )
}
