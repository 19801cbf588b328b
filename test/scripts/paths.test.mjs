import { describe, expect, it } from 'vitest'
import { cacheDir, electronExecutable } from '../../scripts/lib/paths.mjs'

describe('where fetched things are kept', () => {
  it('follows XDG_CACHE_HOME on Linux, and ignores a relative one', () => {
    expect(cacheDir('linux', {}, '/home/an')).toBe('/home/an/.cache/belofte')
    expect(cacheDir('linux', { XDG_CACHE_HOME: '/var/c' }, '/home/an')).toBe('/var/c/belofte')
    expect(cacheDir('linux', { XDG_CACHE_HOME: 'c' }, '/home/an')).toBe('/home/an/.cache/belofte')
  })

  it('uses the usual folders on macOS and Windows', () => {
    expect(cacheDir('darwin', { XDG_CACHE_HOME: '/x' }, '/Users/an')).toBe('/Users/an/Library/Caches/belofte')
    expect(cacheDir('win32', { LOCALAPPDATA: 'D:\\Local' }, 'C:\\Users\\an')).toBe('D:\\Local\\belofte\\cache')
    expect(cacheDir('win32', {}, 'C:\\Users\\an')).toBe('C:\\Users\\an\\AppData\\Local\\belofte\\cache')
  })
})

it("knows Electron's executable on each platform", () => {
  expect(['linux', 'darwin', 'win32'].map((platform) => electronExecutable(platform))).toEqual([
    'electron',
    'Electron.app/Contents/MacOS/Electron',
    'electron.exe',
  ])
})
