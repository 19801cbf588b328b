import { v7 } from 'uuid'
import type { Instant } from '../../shared/domain/time.ts'

/** Chance that comes out the same for the same seed. */
export interface Chance {
  /** From 0 up to but not including `below`, whole. */
  below(below: number): number
  between(least: number, most: number): number
  pick<T>(from: readonly T[]): T
  /** A UUIDv7 of that moment. */
  id(at: Instant): string
}

/** Mulberry32: small, quick, and good enough to make up a shop. */
export function createChance(seed: number): Chance {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return (mixed ^ (mixed >>> 14)) >>> 0
  }
  const below = (limit: number): number => next() % limit
  const bytes = new Uint8Array(16)
  const words = new Uint32Array(bytes.buffer)
  return {
    below,
    between: (least, most) => least + below(most - least + 1),
    pick: (from) => from[below(from.length)]!,
    id(at) {
      for (let i = 0; i < words.length; i += 1) words[i] = next()
      return v7({ msecs: at, random: bytes, seq: next() })
    },
  }
}
