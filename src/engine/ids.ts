import { randomFillSync } from 'node:crypto'
import { v7 } from 'uuid'

// The library asks the system for each id; a thousand mails need six thousand ids, so ask for many at once.
const pool = new Uint8Array(16 * 256)
let used = pool.length
let msecs = 0
let seq = 0

/** A new UUIDv7: ids that were made later sort later, also within one millisecond. */
export function newId(): string {
  if (used === pool.length) {
    randomFillSync(pool)
    used = 0
  }
  const random = pool.subarray(used, (used += 16))
  const now = Date.now()
  if (now > msecs) {
    msecs = now
    // The highest bit stays free, so that counting on never wraps within a millisecond.
    seq = ((random[6]! & 0x7f) << 24) | (random[7]! << 16) | (random[8]! << 8) | random[9]!
  } else {
    seq += 1
  }
  return v7({ random, msecs, seq })
}
