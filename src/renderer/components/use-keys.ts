import { useEffect, useEffectEvent } from 'react'
import type { RefObject } from 'react'

/** Keys that work anywhere inside `element`, whichever of its fields has the focus. */
export function useKeys(element: RefObject<HTMLElement | null>, onKey: (event: KeyboardEvent) => void): void {
  const listener = useEffectEvent(onKey)
  useEffect(() => {
    const target = element.current
    const listen = (event: KeyboardEvent): void => listener(event)
    target?.addEventListener('keydown', listen)
    return () => target?.removeEventListener('keydown', listen)
  }, [element])
}
