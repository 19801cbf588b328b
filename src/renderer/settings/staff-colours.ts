import type { StaffView } from '../../shared/contract/business.ts'

/** To tell people apart at a glance, in the order in which they are handed out. Red and orange look like warnings: last. */
export const COLOURS: readonly StaffView['colour'][] = [
  'blue',
  'teal',
  'grape',
  'cyan',
  'pink',
  'lime',
  'indigo',
  'yellow',
  'orange',
  'red',
]
