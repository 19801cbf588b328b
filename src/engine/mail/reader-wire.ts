import type { ReadMail, UnreadMail } from './types.ts'

// What travels between the engine and its reading thread. The compressed mails go as one block that changes hands, and the rest
// as one JSON text: both are cheaper than cloning thousands of small objects.

export interface ToReader {
  readonly seq: number
  readonly mails: readonly UnreadMail[]
  readonly own: readonly string[]
}

export type FromReader =
  | { readonly kind: 'ready' }
  | { readonly kind: 'read'; readonly seq: number; readonly packed: Packed }
  | { readonly kind: 'failed'; readonly seq: number }

export interface Packed {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly json: string
}

/** In place of the compressed bytes: how many of the block are theirs. */
type Light = Omit<ReadMail, 'raw'> & { readonly raw: Omit<ReadMail['raw'], 'gzip'> & { readonly gzip: number } }

export function pack(mails: readonly ReadMail[]): Packed {
  const bytes = new Uint8Array(mails.reduce((sum, { raw }) => sum + raw.gzip.length, 0))
  let at = 0
  for (const { raw } of mails) {
    bytes.set(raw.gzip, at)
    at += raw.gzip.length
  }
  const light = mails.map((mail): Light => ({ ...mail, raw: { ...mail.raw, gzip: mail.raw.gzip.length } }))
  return { bytes, json: JSON.stringify(light) }
}

export function unpack({ bytes, json }: Packed): ReadMail[] {
  let at = 0
  return (JSON.parse(json) as Light[]).map((mail) => {
    const gzip = bytes.subarray(at, (at += mail.raw.gzip))
    return { ...mail, raw: { ...mail.raw, gzip } }
  })
}
