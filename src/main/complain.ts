import { writeSync } from 'node:fs'

/** A sentence on standard error, written before the program may end. Nowhere to write to is no reason to fail. */
export function complain(sentence: string): void {
  try {
    writeSync(2, `${sentence}\n`)
  } catch {
    // A windowed program on Windows has no standard error.
  }
}
