import fc from 'fast-check'
import { join, resolve, sep } from 'node:path'
import { describe, expect, it } from 'vitest'
import { contentSecurityPolicy } from '../../src/main/content-security-policy.ts'
import { externalAddress, mayLoad } from '../../src/main/page-walls.ts'
import { fileBehind, isOurPage } from '../../src/main/page-address.ts'

const FOLDER = resolve('/app/out/renderer')

describe('files of the page', () => {
  it('are served from their folder', () => {
    expect(fileBehind(FOLDER, 'app://belofte/')).toBe(join(FOLDER, 'index.html'))
    expect(fileBehind(FOLDER, 'app://belofte/index.html?x#/queue')).toBe(join(FOLDER, 'index.html'))
    expect(fileBehind(FOLDER, 'app://belofte/assets/a%20b.js')).toBe(join(FOLDER, 'assets', 'a b.js'))
  })

  it.each([
    'app://belofte/..%2f..%2fmain/index.js',
    'app://belofte/%2e%2e%2fsecret',
    'app://belofte/a\\..\\..\\secret',
    'app://belofte/a%5c..%5csecret',
    'app://belofte/a%00.html',
    'app://belofte/C:%2fWindows',
    'app://belofte/%',
    'app://other/index.html',
    'file:///etc/passwd',
    'https://belofte/index.html',
    'nonsense',
  ])('are not reached by %s', (address) => {
    expect(fileBehind(FOLDER, address)).toBeNull()
  })

  it('never lie outside the folder', () => {
    const step = fc.constantFrom('..', '%2e%2e', '%2f', '\\', '/', 'a', '%00', '.', '%252e', ':')
    fc.assert(
      fc.property(fc.array(step), (steps) => {
        const file = fileBehind(FOLDER, `app://belofte/${steps.join('')}`)
        expect(file === null || file.startsWith(FOLDER + sep)).toBe(true)
      }),
    )
  })
})

describe('walls', () => {
  it('know our own page', () => {
    expect(isOurPage('app://belofte/index.html#/queue', null)).toBe(true)
    expect(isOurPage('app://belofte.example/index.html', null)).toBe(false)
    expect(isOurPage('https://belofte/', null)).toBe(false)
    expect(isOurPage('http://localhost:5173/', null)).toBe(false)
    expect(isOurPage('http://localhost:5173/x', 'http://localhost:5173')).toBe(true)
    expect(isOurPage('http://localhost:5174/', 'http://localhost:5173')).toBe(false)
    expect(isOurPage('', null)).toBe(false)
  })

  it('let nothing of the network through', () => {
    for (const address of ['app://belofte/a.js', 'data:image/png;base64,', 'blob:app://belofte/1'])
      expect(mayLoad(address, null)).toBe(true)
    for (const address of [
      'http://x/',
      'https://x/',
      'ws://x/',
      'file:///x',
      'ftp://x/',
      '',
      'http://localhost:5173/',
    ]) {
      expect(mayLoad(address, null)).toBe(false)
    }
    expect(mayLoad('ws://localhost:5173/', 'http://localhost:5173')).toBe(true)
    expect(mayLoad('https://x/', 'http://localhost:5173')).toBe(false)
  })

  it.each([
    ['https://fietsen.example/a?b', 'https://fietsen.example/a?b'],
    ['mailto:a@b.example', 'mailto:a@b.example'],
    ['tel:+31201234567', 'tel:+31201234567'],
    // Look-alike letters show as what they are.
    ['https://аpple.example/', 'https://xn--pple-43d.example/'],
    ['http://fietsen.example/', null],
    ['javascript:alert(1)', null],
    ['file:///etc/passwd', null],
    ['smb://x/', null],
    ['https://bank.example@evil.example/', null],
    [' https://x', 'https://x/'],
    ['x', null],
  ])('hand %s to the system as %s', (address, expected) => {
    expect(externalAddress(address)).toBe(expected)
  })

  it('have no hole for scripts in the policy', () => {
    const policy = new Map(
      contentSecurityPolicy('abc')
        .split('; ')
        .map((rule) => [rule.split(' ')[0], rule]),
    )
    expect(policy.get('default-src')).toBe("default-src 'none'")
    expect(policy.get('script-src')).toBe("script-src 'self'")
    expect(policy.get('style-src')).toBe("style-src 'self' 'nonce-abc'")
    expect([...policy.values()].filter((rule) => /https?:|\*|eval/.test(rule))).toEqual([])
    expect([...policy.values()].filter((rule) => rule.includes('unsafe-inline'))).toEqual([
      "style-src-attr 'unsafe-inline'",
    ])
  })
})
