import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { callDesktop } from '../../src/main/desktop-door.ts'
import type { DesktopHandlers } from '../../src/main/desktop-door.ts'
import { desktopContract } from '../../src/shared/contract/desktop.ts'
import { ok } from '../../src/shared/domain/result.ts'

function door() {
  const log = { warn: vi.fn(), error: vi.fn() }
  const heard: unknown[] = []
  const names = Object.keys(desktopContract)
  const handlers = Object.fromEntries(
    names.map((name) => [
      name,
      async (input: unknown, caller: string) => {
        if (name === 'desktop.close-window') throw new Error('bug')
        heard.push([name, input, caller])
        return ok(null)
      },
    ]),
  ) as unknown as DesktopHandlers<string>
  return { log, heard, call: (name: unknown, input: unknown) => callDesktop(handlers, name, input, 'window', log) }
}

describe("main's door", () => {
  it('passes a good call on', async () => {
    const { call, heard } = door()
    expect(await call('desktop.open-phone-note', { number: '020' })).toEqual({ ok: true, value: null })
    expect(heard).toEqual([['desktop.open-phone-note', { number: '020' }, 'window']])
  })

  it.each(['desktop.nope', 'desktop.__proto__', '__proto__', 'constructor', 3, null, undefined])(
    'refuses %s and logs it',
    async (name) => {
      const { call, log, heard } = door()
      expect(await call(name, {})).toMatchObject({ ok: false, error: { code: 'unknown-call' } })
      expect(log.warn).toHaveBeenCalledOnce()
      expect(heard).toEqual([])
    },
  )

  it('refuses and logs any input that does not fit', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('desktop.open-external', 'desktop.save-attachment'),
        fc.anything(),
        async (name, input) => {
          const { call, log } = door()
          expect(await call(name, input)).toMatchObject({ ok: false, error: { code: 'bad-input' } })
          expect(log.warn).toHaveBeenCalledOnce()
        },
      ),
    )
  })

  it('refuses a flood', async () => {
    const { call } = door()
    expect(await call('desktop.open-external', { url: 'x'.repeat(10_000_000) })).toMatchObject({ ok: false })
  })

  it('lives on after a bug', async () => {
    const { call, log } = door()
    expect(await call('desktop.close-window', {})).toMatchObject({ ok: false, error: { code: 'internal' } })
    expect(log.error).toHaveBeenCalledOnce()
  })
})
