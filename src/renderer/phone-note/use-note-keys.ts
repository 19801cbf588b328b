import { useEventListener, useMergedRef } from '@mantine/hooks'
import { useEffect, useRef } from 'react'
import type { RefCallback } from 'react'
import type { NoteField } from './note.ts'
import type { PhoneNoteForm } from './use-phone-note.ts'

export interface NoteKeys {
  readonly root: RefCallback<HTMLFormElement>
  /** The field in which writing starts. */
  readonly first: NoteField | 'name'
  leave(): void
  stay(): void
}

/** Where the focus is, and what Enter and Escape do: the whole note is written without a mouse. */
export function useNoteKeys(
  form: PhoneNoteForm,
  given: { readonly fixed: boolean; readonly number: string },
): NoteKeys {
  const element = useRef<HTMLFormElement>(null)
  const wroteIn = useRef<Element | null>(null)
  const hasNumber = given.number !== ''
  const first = given.fixed ? 'text' : hasNumber ? 'name' : 'number'
  const known = hasNumber && form.caller.customer !== null

  useEffect(() => field(element.current, first)?.focus(), [first])
  useEffect(() => {
    // The number told who it is before anything was typed: the name needs no asking.
    const name = field(element.current, 'name')
    if (known && name instanceof HTMLInputElement && name.value === '' && document.activeElement === name) {
      field(element.current, 'text')?.focus()
    }
  }, [known])
  useEffect(() => {
    const wrong = Object.keys(form.errors)[0]
    if (wrong !== undefined) field(element.current, wrong)?.focus()
  }, [form.errors])

  const leave = (): void => {
    wroteIn.current = document.activeElement
    form.leave()
  }
  const stay = (): void => {
    form.stay()
    const place = wroteIn.current
    if (place instanceof HTMLElement) place.focus()
  }
  const listener = useEventListener<'keydown', HTMLFormElement>('keydown', (event) => {
    if (event.key === 'Escape' && !event.defaultPrevented) {
      event.preventDefault()
      // Below it lies a screen for which Escape means: back.
      event.stopPropagation()
      if (form.leaving) stay()
      else leave()
    } else if (event.key === 'Enter' && savesFrom(event)) {
      event.preventDefault()
      void form.save()
    }
  })
  return { root: useMergedRef(element, listener), first, leave, stay }
}

/** Single-line fields save by themselves; a text needs Ctrl, since Enter is a new line there. */
function savesFrom({ ctrlKey, metaKey, target }: KeyboardEvent): boolean {
  return ctrlKey || metaKey || target instanceof HTMLSelectElement
}

function field(form: HTMLFormElement | null, name: string): HTMLElement | null {
  const element = form?.elements.namedItem(name)
  return element instanceof HTMLElement ? element : null
}
