import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { defaultProfile, otherBusiness, prepareProfile, profileFolder } from '../../src/main/profile.ts'

describe('default profile', () => {
  it.each([
    ['win32', { LOCALAPPDATA: 'D:\\Data' }, 'C:\\Users\\Sanne', 'D:\\Data\\Belofte'],
    ['win32', {}, 'C:\\Users\\Sanne', 'C:\\Users\\Sanne\\AppData\\Local\\Belofte'],
    ['darwin', {}, '/Users/sanne', '/Users/sanne/Library/Application Support/Belofte'],
    ['linux', {}, '/home/sanne', '/home/sanne/.local/share/belofte'],
    ['linux', { XDG_DATA_HOME: '/data' }, '/home/sanne', '/data/belofte'],
    // The specification says that a relative path is to be ignored.
    ['linux', { XDG_DATA_HOME: 'data' }, '/home/sanne', '/home/sanne/.local/share/belofte'],
  ] as const)('on %s', (platform, env, home, expected) => {
    expect(defaultProfile(platform, env, home)).toBe(expected)
  })
})

describe('practice business', () => {
  const standard = join('/home', 'belofte')

  it('has a folder of its own, so that it never touches the real one', () => {
    expect(profileFolder({ profile: null, demo: null }, standard)).toBe(standard)
    expect(profileFolder({ profile: null, demo: 60 }, standard)).toBe(join(standard, 'practice'))
    expect(profileFolder({ profile: '/x', demo: 60 }, standard)).toBe('/x')
  })

  it('is reached from the real one and back', () => {
    const shop = join('/data', 'shop')
    expect(otherBusiness(shop, standard, true)).toEqual(['--demo', `--profile=${join(shop, 'practice')}`])
    expect(otherBusiness(join(shop, 'practice'), standard, false)).toEqual([`--profile=${shop}`])
    expect(otherBusiness('/somewhere', standard, false)).toEqual([`--profile=${standard}`])
  })
})

describe('preparing the profile', () => {
  const folder = mkdtempSync(join(tmpdir(), 'belofte-profile-'))
  afterAll(() => rmSync(folder, { recursive: true }))

  it('makes it when it is not there', () => {
    expect(prepareProfile(join(folder, 'a', 'b'))).toEqual({ ok: true, value: null })
  })

  it('names it when that fails', () => {
    writeFileSync(join(folder, 'file'), '')
    const profile = join(folder, 'file', 'c')
    expect(prepareProfile(profile)).toEqual({
      ok: false,
      error: { code: 'profile-not-writable', detail: { file: profile } },
    })
  })
})
