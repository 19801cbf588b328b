import fc from 'fast-check'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ownArguments, parseFlags, relaunchArguments } from '../../src/main/flags.ts'
import type { Flags } from '../../src/main/flags.ts'

const CWD = resolve('/work')
const NOTHING: Flags = { profile: null, demo: null, provision: null, hidden: false, phoneNote: null, screenshot: null }

function parsed(...args: string[]) {
  const result = parseFlags(args, CWD)
  return result.ok ? result.value : result.error
}

describe('flags', () => {
  it('asks for nothing when nothing is given', () => {
    expect(parsed()).toEqual(NOTHING)
  })

  it('reads all of them, folders relative to where it was started', () => {
    const args = [
      '--profile=shop',
      '--demo=100',
      '--provision',
      'set.json',
      '--hidden',
      '--phone-note=0612345678',
      '--screenshot=out',
    ]
    expect(parsed(...args)).toEqual({
      profile: resolve(CWD, 'shop'),
      demo: 100,
      provision: resolve(CWD, 'set.json'),
      hidden: true,
      phoneNote: { number: '0612345678' },
      screenshot: resolve(CWD, 'out'),
    })
  })

  it('gives a practice business and a phone note without a value', () => {
    expect(parsed('--demo', '--phone-note')).toEqual({ ...NOTHING, demo: 60, phoneNote: { number: null } })
  })

  it.each([
    ['tel:+31201234567', '+31201234567'],
    [' 0201234567\n', '0201234567'],
    ['', null],
  ])('takes from a softphone %j', (given, number) => {
    expect(parsed(`--phone-note=${given}`)).toEqual({ ...NOTHING, phoneNote: { number } })
  })

  it.each([
    [['--profiel=x'], { kind: 'unknown', flag: '--profiel' }],
    [['-x'], { kind: 'unknown', flag: '-x' }],
    [['file.txt'], { kind: 'unknown', flag: 'file.txt' }],
    [['--__proto__'], { kind: 'unknown', flag: '--__proto__' }],
    [['--profile'], { kind: 'needs-value', flag: '--profile' }],
    [['--profile='], { kind: 'needs-value', flag: '--profile' }],
    [['--profile', '--demo'], { kind: 'needs-value', flag: '--profile' }],
    [['--hidden=yes'], { kind: 'takes-no-value', flag: '--hidden' }],
    [['--demo=x'], { kind: 'not-a-number', flag: '--demo', value: 'x' }],
    [['--demo=0'], { kind: 'not-a-number', flag: '--demo', value: '0' }],
    [['--demo=1000001'], { kind: 'not-a-number', flag: '--demo', value: '1000001' }],
    [['--screenshot=x'], { kind: 'needs-demo', flag: '--screenshot' }],
  ])('refuses %j', (args, problem) => {
    expect(parsed(...args)).toEqual(problem)
  })

  it('leaves switches of Chromium and Electron alone', () => {
    const args = [
      '--no-sandbox',
      '--inspect=0',
      '--remote-debugging-port=0',
      '--password-store=gnome-libsecret',
      '--hidden',
    ]
    expect(parsed(...args)).toEqual({ ...NOTHING, hidden: true })
  })

  it('never throws, whatever is typed', () => {
    const typed = fc.oneof(
      fc.string(),
      fc.constantFrom('--', '-', '--demo', '--profile', '--phone-note=', '--no-hidden'),
    )
    fc.assert(
      fc.property(fc.array(typed), (args) => {
        expect(() => parseFlags(args, CWD)).not.toThrow()
      }),
    )
  })
})

describe('own arguments', () => {
  const app = resolve('/apps/belofte')

  it.each([
    [['electron', '--no-sandbox', app, '--demo'], ['--demo']],
    [['electron', '-r', '/x/loader.js', '--inspect=0', app, '--demo'], ['--demo']],
    // As electron-vite starts it: by the name of the entry file.
    [['electron', 'out/main/index.js', '--hidden'], ['--hidden']],
  ])('come after the folder in development: %j', (argv, own) => {
    expect(ownArguments(argv, app, false)).toEqual(own)
  })

  it('are all of them in a package', () => {
    expect(ownArguments(['belofte', '--demo', 'x'], app, true)).toEqual(['--demo', 'x'])
  })

  it('are replaced when it starts again; switches stay', () => {
    const argv = ['electron', '--no-sandbox', app, '--profile=a', '--password-store=basic']
    const own = ownArguments(argv, app, false)
    expect(relaunchArguments(argv, own, ['--demo'])).toEqual(['--no-sandbox', app, '--password-store=basic', '--demo'])
    expect(relaunchArguments(['belofte', '--hidden'], ['--hidden'], ['--demo'])).toEqual(['--demo'])
  })
})
