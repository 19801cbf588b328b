import { describe, expect, it } from 'vitest'
import { installCommand, installedMatches, installSentence, lockHash } from '../../scripts/lib/packages.mjs'
import { hasCommand, npmCommand } from '../../scripts/lib/run.mjs'
import { checkNode } from '../../scripts/prepare.mjs'

const lock = (packages) => JSON.stringify({ packages })

describe('whether packages must be installed', () => {
  it('sees a change in the lock file, but not another way of ending lines', () => {
    expect(lockHash('a\nb')).toBe(lockHash('a\r\nb'))
    expect(lockHash('a\nb')).not.toBe(lockHash('a\nc'))
  })

  it('compares versions; what is optional may be absent', () => {
    const wanted = lock({
      '': {},
      'node_modules/a': { version: '1.0.0' },
      'node_modules/win': { version: '2.0.0', optional: true },
    })
    expect(installedMatches(wanted, lock({ 'node_modules/a': { version: '1.0.0' } }))).toBe(true)
    expect(installedMatches(wanted, lock({ 'node_modules/a': { version: '1.0.1' } }))).toBe(false)
    expect(installedMatches(wanted, lock({}))).toBe(false)
    expect(installedMatches(wanted, undefined)).toBe(false)
    expect(installedMatches(wanted, '{ cut off')).toBe(false)
  })

  it('does not let Windows delete the Node that is running', () => {
    expect(installCommand('win32', 'C:\\p\\node_modules\\node\\bin\\node.exe', 'c:\\p\\node_modules')).toBe('install')
    expect(installCommand('win32', 'C:\\Program Files\\nodejs\\node.exe', 'c:\\p\\node_modules')).toBe('ci')
    expect(installCommand('linux', '/p/node_modules/node/bin/node', '/p/node_modules')).toBe('ci')
  })

  it('tells a network failure from another one', () => {
    expect(installSentence('npm error code ENOTFOUND\nnpm error request failed.\n')).toBe(
      'Installing packages failed: request failed. Check the internet connection or proxy and run the same command again.',
    )
    expect(installSentence('npm error code ENOSPC\nnpm error disk full\n')).toMatch(/disk full\. Solve that/)
    expect(installSentence('')).toMatch(/npm gave no reason/)
  })
})

describe('programs', () => {
  it('uses the npm that it was started by, and a shell only for npm.cmd', () => {
    expect(npmCommand('win32', {})).toEqual({ command: 'npm', args: [], shell: true })
    expect(npmCommand('linux', {})).toEqual({ command: 'npm', args: [], shell: false })
    expect(npmCommand('win32', { npm_execpath: 'C:\\npm\\npm-cli.js' })).toMatchObject({
      args: ['C:\\npm\\npm-cli.js'],
      shell: false,
    })
  })

  it('looks for services in sbin too', () => {
    const exists = (file) => file === '/usr/sbin/dovecot'
    expect(hasCommand('dovecot', { PATH: '/usr/bin' }, exists)).toBe(true)
    expect(hasCommand('dunst', { PATH: '/usr/bin' }, exists)).toBe(false)
  })

  it('asks for a newer Node in one sentence', () => {
    expect(() => checkNode('18.20.0')).toThrow(/needs Node\.js 20 or newer/)
    expect(checkNode('20.0.0')).toBeUndefined()
  })
})
