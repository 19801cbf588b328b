import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { openMemory, reachable } from '../../src/main/window-memory.ts'

describe('window memory', () => {
  let file = ''
  beforeEach(() => {
    file = join(mkdtempSync(join(tmpdir(), 'belofte-memory-')), 'window.json')
  })
  afterEach(() => rmSync(join(file, '..'), { recursive: true }))

  it('remembers for the next start', async () => {
    const bounds = { x: 1, y: 2, width: 900, height: 700 }
    openMemory(file).change({ bounds, maximised: true })
    await vi.waitFor(() => expect(openMemory(file).value).toEqual({ bounds, maximised: true, toldAboutClosing: false }))
  })

  it.each(['', 'null', '[]', '{"bounds": {"x": 1e99}}', '{"bounds": 3, "maximised": "yes"}'])(
    'starts afresh with %j',
    (text) => {
      writeFileSync(file, text)
      expect(openMemory(file).value).toEqual({ bounds: null, maximised: false, toldAboutClosing: false })
    },
  )
})

describe('reachable', () => {
  const screens = [
    { x: 0, y: 0, width: 1920, height: 1080 },
    { x: 1920, y: 0, width: 1920, height: 1080 },
  ]

  it('leaves a window where it can be seen', () => {
    const bounds = { x: 2_000, y: 50, width: 1_000, height: 700 }
    expect(reachable(bounds, screens)).toBe(bounds)
  })

  it('gives up a place on a screen that is gone', () => {
    expect(reachable({ x: 2_000, y: 50, width: 1_000, height: 700 }, screens.slice(0, 1))).toBeNull()
    expect(reachable({ x: 100, y: -500, width: 1_000, height: 700 }, screens)).toBeNull()
    expect(reachable(null, screens)).toBeNull()
  })
})
