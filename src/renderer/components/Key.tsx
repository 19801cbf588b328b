import { useTranslation } from 'react-i18next'
import { keyLabel } from '../shell/keys.ts'
import type { KeyName } from '../shell/keys.ts'

/** A shortcut beside the words of its button. A screen reader hears it from `aria-keyshortcuts` instead. */
export function Key({ name }: { readonly name: KeyName }) {
  const { t } = useTranslation()
  return <kbd aria-hidden>{keyLabel(name, t('common:control'))}</kbd>
}
