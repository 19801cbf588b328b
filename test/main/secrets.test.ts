import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openSecrets } from '../../src/main/secrets.ts'
import type { Cipher } from '../../src/main/secrets.ts'

/** Turns the bytes round; `key` must be the same to turn them back. */
function cipher(key = 'a', available = true): Cipher {
  return {
    available: () => available,
    encrypt: (text) => Buffer.from(key + text).reverse(),
    decrypt(bytes) {
      const text = Buffer.from(bytes).reverse().toString()
      if (!text.startsWith(key)) throw new Error('wrong key')
      return text.slice(key.length)
    },
  }
}
const log = { warn: () => undefined }

describe('secrets', () => {
  let folder = ''
  let file = ''
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'belofte-secrets-'))
    file = join(folder, 'secrets.json')
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  it('keeps a password for the next start, never in plain text', async () => {
    await openSecrets(file, cipher(), log).set('mailbox:1', 'hunter2')
    expect(await openSecrets(file, cipher(), log).get('mailbox:1')).toEqual({ ok: true, value: 'hunter2' })
    expect(readFileSync(file, 'latin1')).not.toContain('hunter2')
    expect(statSync(file).mode & 0o077).toBe(0)
  })

  it('knows none that was never set', async () => {
    expect(await openSecrets(file, cipher(), log).get('mailbox:1')).toEqual({ ok: true, value: null })
  })

  it('forgets', async () => {
    const secrets = openSecrets(file, cipher(), log)
    await secrets.set('mailbox:1', 'a')
    await secrets.set('mailbox:2', 'b')
    await secrets.set('mailbox:1', null)
    expect(await secrets.get('mailbox:1')).toEqual({ ok: true, value: null })
    expect(await secrets.get('mailbox:2')).toEqual({ ok: true, value: 'b' })
  })

  it('loses none when many are set at once', async () => {
    const secrets = openSecrets(file, cipher(), log)
    const names = Array.from({ length: 20 }, (_, index) => `mailbox:${index}` as const)
    await Promise.all(names.map((name) => secrets.set(name, name)))
    const values = await Promise.all(names.map((name) => secrets.get(name)))
    expect(values).toEqual(names.map((value) => ({ ok: true, value })))
    expect(readdirSync(folder)).toEqual(['secrets.json'])
  })

  it('keeps nothing at all without a key store', async () => {
    const secrets = openSecrets(file, cipher('a', false), log)
    expect(await secrets.set('mailbox:1', 'x')).toEqual({ ok: false, error: { code: 'no-key-store' } })
    expect(existsSync(file)).toBe(false)
  })

  it('says so when the key store is gone later', async () => {
    await openSecrets(file, cipher(), log).set('mailbox:1', 'x')
    expect(await openSecrets(file, cipher('a', false), log).get('mailbox:1')).toEqual({
      ok: false,
      error: { code: 'no-key-store' },
    })
  })

  it('has none of a profile that comes from another PC', async () => {
    await openSecrets(file, cipher('a'), log).set('mailbox:1', 'x')
    expect(await openSecrets(file, cipher('b'), log).get('mailbox:1')).toEqual({ ok: true, value: null })
  })

  it('puts a broken file aside and goes on', async () => {
    writeFileSync(file, '{"mailbox:1": 3')
    const secrets = openSecrets(file, cipher(), log)
    expect(await secrets.set('mailbox:1', 'x')).toEqual({ ok: true, value: null })
    expect(await secrets.get('mailbox:1')).toEqual({ ok: true, value: 'x' })
    expect(readdirSync(folder)).toEqual(['secrets.json', 'secrets.json.unreadable'])
  })

  it('names the file when it can not be written', async () => {
    writeFileSync(join(folder, 'in-the-way'), '')
    const nowhere = join(folder, 'in-the-way', 'secrets.json')
    expect(await openSecrets(nowhere, cipher(), log).set('mailbox:1', 'x')).toEqual({
      ok: false,
      error: { code: 'file-not-writable', detail: { file: nowhere } },
    })
  })
})
