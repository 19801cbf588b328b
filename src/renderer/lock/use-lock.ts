import { useEffect } from 'react'
import { create } from 'zustand'
import { useAsk } from '../engine/hooks.ts'

const MINUTE = 60_000
const TOUCHES = ['pointerdown', 'pointermove', 'keydown', 'wheel'] as const

interface LockState {
  /** Locked at a start, as far as this window knows; what the engine says decides whether that matters. */
  readonly locked: boolean
  setLocked(locked: boolean): void
}
export const useLockState = create<LockState>()((set) => ({ locked: true, setLocked: (locked) => set({ locked }) }))

/** Whether this window is locked: at a start, and after nobody touched it for as long as was chosen. Undefined until that is known. */
export function useLocked(): boolean | undefined {
  const minutes = useAsk('lock.get', {}).data?.minutes
  const { locked, setLocked } = useLockState()
  useEffect(() => {
    if (minutes === undefined) return
    // Switched on later: whoever does that sits here.
    if (minutes === null) return setLocked(false)
    let timer: ReturnType<typeof setTimeout> | undefined
    const touched = (): void => {
      clearTimeout(timer)
      timer = setTimeout(() => setLocked(true), minutes * MINUTE)
    }
    touched()
    for (const touch of TOUCHES) addEventListener(touch, touched, { passive: true })
    return () => {
      clearTimeout(timer)
      for (const touch of TOUCHES) removeEventListener(touch, touched)
    }
  }, [minutes, setLocked])
  return minutes === undefined ? undefined : minutes !== null && locked
}
