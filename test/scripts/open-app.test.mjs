import { describe, expect, it } from 'vitest'
import { needsVirtualDisplay } from '../../scripts/lib/display.mjs'
import { electronArguments, electronEnv, exitCode } from '../../scripts/lib/open-app.mjs'
import { root } from '../../scripts/lib/paths.mjs'

describe("Electron's arguments", () => {
  const appArguments = ['--demo', '--profile=/a b']

  it('hands the arguments after the app folder to the app, untouched', () => {
    expect(electronArguments({ appArguments, uid: 1000, platform: 'linux' })).toEqual([root, ...appArguments])
  })

  it('takes the sandbox away for root on Linux only', () => {
    expect(electronArguments({ appArguments, uid: 0, platform: 'linux' })[0]).toBe('--no-sandbox')
    expect(electronArguments({ appArguments, uid: 0, platform: 'darwin' })[0]).toBe(root)
    expect(electronArguments({ appArguments, uid: undefined, platform: 'win32' })[0]).toBe(root)
  })

  it('never starts Electron as plain Node', () => {
    process.env.ELECTRON_RUN_AS_NODE = '1'
    expect(electronEnv({ DISPLAY: ':7' })).toMatchObject({ DISPLAY: ':7' })
    expect(electronEnv()).not.toHaveProperty('ELECTRON_RUN_AS_NODE')
    delete process.env.ELECTRON_RUN_AS_NODE
  })
})

it('makes a display only on Linux without one', () => {
  expect(needsVirtualDisplay('linux', {})).toBe(true)
  expect(needsVirtualDisplay('linux', { DISPLAY: ':0' })).toBe(false)
  expect(needsVirtualDisplay('linux', { WAYLAND_DISPLAY: 'wayland-0' })).toBe(false)
  expect(needsVirtualDisplay('win32', {})).toBe(false)
  expect(needsVirtualDisplay('darwin', {})).toBe(false)
})

it('hands on the exit code, also of an app that a signal ended', () => {
  expect(exitCode(3, null)).toBe(3)
  expect(exitCode(0, null)).toBe(0)
  expect(exitCode(null, 'SIGKILL')).toBe(137)
})
