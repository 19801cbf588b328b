import { Select } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useActiveStaff, usePerson } from '../engine/people.ts'
import { StaffFace } from './StaffFace.tsx'

interface Props {
  readonly label: string
  readonly labelHidden?: boolean
  readonly value: string | null
  /** Nobody is a choice too. */
  readonly nobody?: string
  readonly size?: 'sm' | 'md'
  readonly autoFocus?: boolean
  onChange(staffId: string | null): void
}

/** One of the people who work here. */
export function StaffSelect({
  label,
  labelHidden = false,
  value,
  nobody,
  size = 'md',
  autoFocus = false,
  onChange,
}: Props) {
  const { t } = useTranslation()
  const staff = useActiveStaff()
  const person = usePerson(value)
  // Whoever left still stands where they stood, until somebody else is chosen.
  const known = person === undefined || person.active ? staff : [...staff, person]
  return (
    <Select
      size={size}
      {...(labelHidden ? { 'aria-label': label } : { label })}
      data-autofocus={autoFocus || undefined}
      placeholder={nobody ?? t('common:choosePerson')}
      leftSection={person === undefined ? undefined : <StaffFace staff={person} size={24} />}
      data={known.map(({ id, name }) => ({ value: id, label: name }))}
      value={value}
      allowDeselect={false}
      clearable={nobody !== undefined}
      {...(nobody === undefined ? {} : { clearButtonProps: { 'aria-label': nobody } })}
      onChange={onChange}
    />
  )
}
