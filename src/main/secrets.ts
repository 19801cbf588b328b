import { readFile, rename } from 'node:fs/promises'
import { z } from 'zod'
import type { Failure } from '../shared/contract/failure.ts'
import type { SecretName } from '../shared/contract/host.ts'
import { fail, ok } from '../shared/domain/result.ts'
import type { Result } from '../shared/domain/result.ts'
import { writeWhole } from './atomic-file.ts'

// Passwords: encrypted with a key that the system's key store keeps, in a file of the profile. Without a key store
// nothing is kept at all; never in plain text.

/** Electron's safeStorage, or a stand-in. */
export interface Cipher {
  /** False where the system has no real key store. */
  available(): boolean
  encrypt(text: string): Buffer
  /** Throws when it was encrypted with another key. */
  decrypt(bytes: Buffer): string
}

export interface SecretStore {
  /** Null when there is none, or when it can't be decrypted here: a profile that was moved to another PC. */
  get(name: SecretName): Promise<Result<string | null, Failure>>
  /** Null forgets it. Fails with no-key-store, disk-full or file-not-writable. */
  set(name: SecretName, value: string | null): Promise<Result<null, Failure>>
}

/** Name to ciphertext in base64. */
const fileFormat = z.record(z.string(), z.string())

export function openSecrets(file: string, cipher: Cipher, log: { warn(what: string): void }): SecretStore {
  // One at a time: two writers would each forget what the other one added.
  let queue: Promise<unknown> = Promise.resolve()
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = queue.then(work)
    queue = result.catch(() => undefined)
    return result
  }

  async function read(): Promise<Map<string, string>> {
    const text = await readFile(file, 'utf8').catch(() => '{}')
    const parsed = parse(text)
    if (parsed !== null) return new Map(Object.entries(parsed))
    // Unreadable for good; put aside, so that passwords can be given again.
    log.warn('secrets file unreadable, put aside')
    await rename(file, `${file}.unreadable`)
    return new Map()
  }

  return {
    get: (name) =>
      inTurn(async () => {
        const secret = (await read()).get(name)
        if (secret === undefined) return ok(null)
        if (!cipher.available()) return fail({ code: 'no-key-store' })
        try {
          return ok(cipher.decrypt(Buffer.from(secret, 'base64')))
        } catch {
          log.warn('a secret was encrypted with another key')
          return ok(null)
        }
      }),
    set: (name, value) =>
      inTurn(async () => {
        if (value !== null && !cipher.available()) return fail({ code: 'no-key-store' })
        const secrets = await read()
        if (value === null) secrets.delete(name)
        else secrets.set(name, cipher.encrypt(value).toString('base64'))
        try {
          await writeWhole(file, `${JSON.stringify(Object.fromEntries(secrets), null, 2)}\n`)
          return ok(null)
        } catch (error) {
          return fail(writeFailure(error, file))
        }
      }),
  }
}

function parse(text: string): Record<string, string> | null {
  try {
    return fileFormat.parse(JSON.parse(text))
  } catch {
    return null
  }
}

/** What it means to a person that a file could not be written. */
export function writeFailure(error: unknown, file: string): Failure {
  const full = error instanceof Error && 'code' in error && (error.code === 'ENOSPC' || error.code === 'EDQUOT')
  return { code: full ? 'disk-full' : 'file-not-writable', detail: { file } }
}
