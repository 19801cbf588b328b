import { TextInput, Textarea } from '@mantine/core'
import { useState } from 'react'

interface Props {
  readonly label: string
  readonly description?: string
  readonly value: string
  readonly multiline?: boolean
  /** What is wrong with it in words; null when nothing is. */
  wrong?(value: string): string | null
  onSave(value: string): void
}

/** A field that saves itself when the work on it is done: on leaving it, or on Enter. What can't be right is not saved. */
export function LineField({ value, wrong, onSave, multiline, ...field }: Props) {
  const [typed, setTyped] = useState(value)
  const [known, setKnown] = useState(value)
  const [error, setError] = useState<string | null>(null)
  if (known !== value) {
    setKnown(value)
    setTyped(value)
  }
  const finish = (): void => {
    const clean = multiline === true ? typed : typed.trim()
    const problem = wrong?.(clean) ?? null
    setError(problem)
    if (problem === null && clean !== value) onSave(clean)
  }
  const common = { ...field, value: typed, error, onBlur: finish }
  return multiline === true ? (
    <Textarea {...common} autosize minRows={3} maxRows={10} onChange={(event) => setTyped(event.currentTarget.value)} />
  ) : (
    <TextInput
      {...common}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') finish()
      }}
    />
  )
}
