import { useTranslation } from 'react-i18next'
import { keyLabel } from '../shell/keys.ts'
import type { KeyName } from '../shell/keys.ts'

/**
 * A shortcut beside the words of its button. A screen reader hears it from `aria-keyshortcuts` instead, unless it stands
 * `alone`: then it is all that is said.
 */
export function Key({ name, alone = false }: { readonly name: KeyName; readonly alone?: boolean }) {
  const { t } = useTranslation()
  return <kbd aria-hidden={!alone}>{keyLabel(name, t('common:control'))}</kbd>
}
