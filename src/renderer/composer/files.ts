import { MOST_ATTACHED, MOST_ATTACHMENTS } from '../../shared/domain/attachments.ts'

// The bytes of what hangs on drafts. They stay on this PC beside the drafts themselves, in the browser's own database, so that
// a restart costs nothing and a picture doesn't slow down every keystroke.

export interface DraftFile {
  readonly id: string
  readonly name: string
  readonly mediaType: string
  /** Bytes. */
  readonly size: number
}

export type FileTrouble = { readonly why: 'too-big' | 'too-many' | 'unreadable'; readonly name: string }

/** Why one more file can't go along; null when it can. */
export function troubleWith(
  present: readonly Pick<DraftFile, 'size'>[],
  file: Pick<DraftFile, 'name' | 'size'>,
): FileTrouble | null {
  const { name } = file
  if (present.length >= MOST_ATTACHMENTS) return { why: 'too-many', name }
  const together = present.reduce((sum, { size }) => sum + size, file.size)
  return together > MOST_ATTACHED ? { why: 'too-big', name } : null
}

const STORE = 'files'

export async function keepFile(id: string, bytes: Blob): Promise<void> {
  await inStore('readwrite', (store) => store.put(bytes, id))
}

/** Base64; null when it isn't there any more. */
export async function readFile(id: string): Promise<string | null> {
  const bytes: unknown = await inStore('readonly', (store) => store.get(id))
  return bytes instanceof Blob ? toBase64(bytes) : null
}

/** Drops what no draft holds. At start, when nobody can want something back any more. */
export async function forgetOthers(ids: ReadonlySet<string>): Promise<void> {
  const kept: IDBValidKey[] = await inStore('readonly', (store) => store.getAllKeys())
  for (const id of kept.filter((key) => !ids.has(String(key)))) {
    await inStore('readwrite', (store) => store.delete(id))
  }
}

async function inStore<T>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const db = await open()
  try {
    const transaction = db.transaction(STORE, mode)
    const request = work(transaction.objectStore(STORE))
    await new Promise<void>((resolve, reject) => {
      transaction.addEventListener('complete', () => resolve())
      transaction.addEventListener('abort', () => reject(transaction.error ?? new Error('the draft store gave up')))
    })
    return request.result
  } finally {
    db.close()
  }
}

function open(): Promise<IDBDatabase> {
  const request = indexedDB.open('drafts', 1)
  request.addEventListener('upgradeneeded', () => request.result.createObjectStore(STORE))
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result))
    request.addEventListener('error', () => reject(request.error ?? new Error('no draft store')))
  })
}

function toBase64(bytes: Blob): Promise<string> {
  const reader = new FileReader()
  return new Promise((resolve, reject) => {
    reader.addEventListener('load', () => resolve(String(reader.result).replace(/^[^,]*,/, '')))
    reader.addEventListener('error', () => reject(reader.error ?? new Error('unreadable')))
    reader.readAsDataURL(bytes)
  })
}
