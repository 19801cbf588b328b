import { Avatar } from '@mantine/core'
import type { StaffView } from '../../shared/contract/business.ts'

/** Initials on the person's own colour. The name always stands beside it, so that it is hidden from a screen reader. */
export function StaffFace({ staff, size = 28 }: { readonly staff: StaffView; readonly size?: number }) {
  return (
    <Avatar
      aria-hidden
      size={size}
      radius="xl"
      color={staff.colour}
      variant="light"
      styles={{ placeholder: { color: 'var(--b-ink)' } }}
    >
      {initials(staff.name)}
    </Avatar>
  )
}

export function initials(name: string): string {
  const words = name.trim().split(/\s+/)
  const letters = words.length === 1 ? words.slice(0, 1) : [words[0], words.at(-1)]
  return letters.map((word) => [...(word ?? '')][0]?.toLocaleUpperCase() ?? '').join('')
}
