import { readFileSync } from 'node:fs'
import { writeWhole } from './atomic-file.ts'

// Where the window was and what was said once. Small, and lost without harm.

export interface Bounds {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

interface WindowMemory {
  readonly bounds: Bounds | null
  readonly maximised: boolean
  /** Told once that closing the window doesn't end the program. */
  readonly toldAboutClosing: boolean
}

export interface Memory {
  readonly value: WindowMemory
  change(change: Partial<WindowMemory>): void
}

const NOTHING: WindowMemory = { bounds: null, maximised: false, toldAboutClosing: false }

/** Read at once, since the window can't be made before its size is known. */
export function openMemory(file: string): Memory {
  let value = read(file)
  let writing: Promise<void> = Promise.resolve()
  return {
    get value() {
      return value
    },
    change(change) {
      value = { ...value, ...change }
      writing = writing.then(() => writeWhole(file, JSON.stringify(value))).catch(() => undefined)
    },
  }
}

function read(file: string): WindowMemory {
  try {
    const { bounds, maximised, toldAboutClosing } = JSON.parse(readFileSync(file, 'utf8')) as Partial<WindowMemory>
    return {
      bounds: areBounds(bounds) ? bounds : null,
      maximised: maximised === true,
      toldAboutClosing: toldAboutClosing === true,
    }
  } catch {
    return NOTHING
  }
}

function areBounds(value: unknown): value is Bounds {
  if (typeof value !== 'object' || value === null) return false
  const { x, y, width, height } = value as Record<string, unknown>
  return [x, y, width, height].every(Number.isSafeInteger)
}

/** `bounds` when enough of the window lies on one of `screens` to take hold of it; null when it would be out of reach. */
export function reachable(bounds: Bounds | null, screens: readonly Bounds[]): Bounds | null {
  const seen = (screen: Bounds): boolean =>
    bounds !== null &&
    overlap(bounds.x, bounds.width, screen.x, screen.width) >= 100 &&
    bounds.y >= screen.y &&
    bounds.y <= screen.y + screen.height - 100
  return screens.some(seen) ? bounds : null
}

const overlap = (a: number, sizeA: number, b: number, sizeB: number): number =>
  Math.min(a + sizeA, b + sizeB) - Math.max(a, b)
