import { Stack, Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'

/** A screen or list with nothing in it: why that is, and what can be done. */
export function Empty(props: { readonly icon: ReactNode; readonly title: string; readonly children?: ReactNode }) {
  return (
    <Stack align="center" justify="center" gap="xs" px="lg" py={56} ta="center">
      <span aria-hidden style={{ color: 'var(--b-fine)', lineHeight: 0 }}>
        {props.icon}
      </span>
      <Title order={2}>{props.title}</Title>
      <Text c="dimmed" maw={460} component="div">
        {props.children}
      </Text>
    </Stack>
  )
}
