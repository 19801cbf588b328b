import { describe, expect, it } from 'vitest'
import { aptDecision, installCommandFor, stillMissing } from '../../scripts/lib/debian.mjs'
import { librariesSentence, parseLdd } from '../../scripts/lib/system-libraries.mjs'

describe('whether system packages may be installed', () => {
  it('installs on Debian as root, names them for others, and says nothing elsewhere', () => {
    expect(aptDecision({ platform: 'linux', uid: 0, aptGet: true })).toBe('install')
    expect(aptDecision({ platform: 'linux', uid: 1000, aptGet: true })).toBe('name')
    expect(aptDecision({ platform: 'linux', uid: 0, aptGet: false })).toBe('none')
    expect(aptDecision({ platform: 'darwin', uid: 0, aptGet: true })).toBe('none')
    expect(aptDecision({ platform: 'win32', uid: undefined, aptGet: false })).toBe('none')
  })
})

describe('which are missing', () => {
  it('counts a renamed package as the same, and one that was removed as missing', () => {
    const dpkg = 'libnss3 ii \nlibasound2t64 ii \nxvfb rc \n'
    expect(stillMissing(['libnss3', 'libasound2t64|libasound2', 'xvfb', 'dunst'], dpkg)).toEqual(['xvfb', 'dunst'])
  })

  it('gives one command to copy', () => {
    expect(installCommandFor(['libgtk-3-0t64|libgtk-3-0', 'xvfb'])).toBe(
      'sudo apt-get update && sudo apt-get install -y libgtk-3-0 xvfb',
    )
  })

  it('reads the libraries that Electron does not find', () => {
    const ldd = '\tlibnss3.so => not found\n\tlibc.so.6 => /lib/libc.so.6 (0x1)\n\tlibgbm.so.1 => not found\n'
    expect(parseLdd(ldd)).toEqual(['libnss3.so', 'libgbm.so.1'])
  })

  it('names the command on Debian and the libraries on other systems', () => {
    expect(librariesSentence('name', ['libnss3.so'], ['libnss3'])).toMatch(/apt-get install -y libnss3$/)
    expect(librariesSentence('none', ['libnss3.so'], [])).toContain('libnss3.so')
  })
})
