import { Skeleton, Stack, VisuallyHidden } from '@mantine/core'
import { useTranslation } from 'react-i18next'

/** A screen on its way: the shape of what comes, and a word for who can't see it. */
export function Loading({ rows = 5 }: { readonly rows?: number }) {
  const { t } = useTranslation()
  return (
    <Stack p="xl" gap="md" role="status">
      <VisuallyHidden>{t('common:loading')}</VisuallyHidden>
      {Array.from({ length: rows }, (_, row) => (
        <Skeleton key={row} height={54} radius="md" />
      ))}
    </Stack>
  )
}
