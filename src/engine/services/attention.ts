import type { Attention } from '../../shared/contract/status.ts'
import type { Context } from '../context.ts'
import { countAttention } from './status.ts'

export interface AttentionWatch {
  /** Something changed that may change the counts: counts again soon, once for many changes. */
  look(): void
}

/** Tells the badge and the tray what they show, whenever that changes. */
export function watchAttention(context: Context): AttentionWatch {
  let last = ''
  let looking = false
  let again = false

  async function count(): Promise<void> {
    do {
      again = false
      const attention: Attention = await countAttention(context)
      const text = JSON.stringify(attention)
      if (text !== last) context.emit('attention', attention)
      last = text
    } while (again)
  }

  return {
    look() {
      again = true
      if (looking) return
      looking = true
      count()
        .catch((error: unknown) => context.log.error('counting what needs attention failed', error))
        .finally(() => (looking = false))
    },
  }
}
