import { createCipheriv, createDecipheriv, randomBytes, scrypt } from 'node:crypto'
import type { BinaryLike, ScryptOptions } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { open, rm, stat } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import type { Failure } from '../../shared/contract/failure.ts'
import { fail, ok } from '../../shared/domain/result.ts'
import type { Result } from '../../shared/domain/result.ts'

// A backup with a password. The format, so that it can be opened without Belofte (docs/backups.md says how):
//
//   bytes 0-15    "BelofteBackup 1\n"
//   bytes 16-31   salt
//   bytes 32-43   nonce
//   then          the database, encrypted with AES-256-GCM
//   last 16       the tag
//
// The key is scrypt(password as NFC in UTF-8, salt, N = 2^17, r = 8, p = 1). The first 44 bytes are authenticated too, so that
// no byte can change unnoticed. The numbers belong to the "1" in the first line: a file can't ask for others.

const MAGIC = Buffer.from('BelofteBackup 1\n', 'latin1')
const SALT = 16
const NONCE = 12
const TAG = 16
const HEAD = MAGIC.length + SALT + NONCE
const COST: ScryptOptions = { N: 2 ** 17, r: 8, p: 1, maxmem: 192 * 1024 * 1024 }

/** Encrypts `from` into `to`. Throws what the file system throws. */
export async function sealFile(from: string, to: string, password: string): Promise<void> {
  const salt = randomBytes(SALT)
  const nonce = randomBytes(NONCE)
  const head = Buffer.concat([MAGIC, salt, nonce])
  const cipher = createCipheriv('aes-256-gcm', await keyOf(password, salt), nonce)
  cipher.setAAD(head)
  await pipeline(
    createReadStream(from),
    async function* seal(source: AsyncIterable<Buffer>) {
      yield head
      for await (const part of source) yield cipher.update(part)
      yield cipher.final()
      yield cipher.getAuthTag()
    },
    createWriteStream(to, { mode: 0o600 }),
  )
}

export async function isSealed(file: string): Promise<boolean> {
  return (await readPart(file, 0, MAGIC.length)).equals(MAGIC)
}

/**
 * Decrypts `from` into `to`. Fails with backup-password when the password is wrong or any byte was changed (nobody can tell
 * which); then nothing is left at `to`.
 */
export async function unsealFile(from: string, to: string, password: string): Promise<Result<null, Failure>> {
  const { size } = await stat(from)
  const head = await readPart(from, 0, HEAD)
  if (size <= HEAD + TAG || !head.subarray(0, MAGIC.length).equals(MAGIC)) return fail({ code: 'not-a-backup' })
  const salt = head.subarray(MAGIC.length, MAGIC.length + SALT)
  const decipher = createDecipheriv('aes-256-gcm', await keyOf(password, salt), head.subarray(MAGIC.length + SALT))
  decipher.setAAD(head)
  decipher.setAuthTag(await readPart(from, size - TAG, TAG))
  let isWhole = true
  const body = createReadStream(from, { start: HEAD, end: size - TAG - 1 })
  await pipeline(
    body,
    async function* unseal(source: AsyncIterable<Buffer>) {
      for await (const part of source) yield decipher.update(part)
      try {
        yield decipher.final()
      } catch {
        isWhole = false
      }
    },
    createWriteStream(to, { mode: 0o600 }),
  )
  if (isWhole) return ok(null)
  await rm(to, { force: true })
  return fail({ code: 'backup-password' })
}

/** The same password however the keyboard composes its accents. */
function keyOf(password: string, salt: BinaryLike): Promise<Buffer> {
  return new Promise((resolve, reject) =>
    scrypt(password.normalize('NFC'), salt, 32, COST, (error, key) => (error === null ? resolve(key) : reject(error))),
  )
}

async function readPart(file: string, start: number, length: number): Promise<Buffer> {
  const handle = await open(file, 'r')
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, Math.max(0, start))
    return buffer.subarray(0, bytesRead)
  } finally {
    await handle.close()
  }
}
