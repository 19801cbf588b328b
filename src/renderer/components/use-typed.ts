import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'

/** Milliseconds. */
const TYPING = 120

/** What is being typed, and the words to look for once it pauses. */
export function useTyped() {
  const [text, setText] = useState('')
  const [typed] = useDebouncedValue(text.trim(), TYPING)
  return { text, typed, setText }
}
