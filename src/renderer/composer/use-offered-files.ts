import { useEffect, useEffectEvent, useState } from 'react'
import type { RefObject } from 'react'

/** Files that are dropped on an element or pasted into it. Returns whether some hang above it now. */
export function useOfferedFiles(
  ref: RefObject<HTMLElement | null>,
  onFiles: (files: readonly File[]) => void,
): boolean {
  const [over, setOver] = useState(false)
  const offered = useEffectEvent(onFiles)
  useEffect(() => {
    const element = ref.current
    if (element === null) return
    const stop = new AbortController()
    const { signal } = stop
    element.addEventListener(
      'dragover',
      (event) => {
        if (event.dataTransfer?.types.includes('Files') !== true) return
        event.preventDefault()
        event.dataTransfer.dropEffect = 'copy'
        setOver(true)
      },
      { signal },
    )
    element.addEventListener(
      'dragleave',
      ({ relatedTarget }) => {
        if (!(relatedTarget instanceof Node) || !element.contains(relatedTarget)) setOver(false)
      },
      { signal },
    )
    element.addEventListener(
      'drop',
      (event) => {
        setOver(false)
        const files = [...(event.dataTransfer?.files ?? [])]
        if (files.length === 0) return
        event.preventDefault()
        offered(files)
      },
      { signal },
    )
    element.addEventListener(
      'paste',
      (event) => {
        const files = [...(event.clipboardData?.files ?? [])]
        // A piece of a spreadsheet comes as words and as a picture: the words are meant.
        if (files.length === 0 || event.clipboardData?.types.includes('text/plain') === true) return
        event.preventDefault()
        offered(files)
      },
      { signal },
    )
    return () => stop.abort()
  }, [ref])
  return over
}
