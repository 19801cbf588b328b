import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { deliverDue } from '../../src/main/overview-delivery.ts'
import type { DeliveryOptions } from '../../src/main/overview-delivery.ts'
import { pictureType } from '../../src/main/picture-type.ts'
import type { OverviewSettingsView } from '../../src/shared/contract/overview.ts'
import { fail, ok } from '../../src/shared/domain/result.ts'

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'belofte-test-'))
  onTestFinished(() => rmSync(path, { recursive: true, force: true }))
  return path
}

/** An engine in which these months are due, and what was told to it. */
function delivery(settings: Partial<OverviewSettingsView>, due: readonly string[] = ['2026-02', '2026-03']) {
  const told: unknown[] = []
  const mailed: { to: string; id: string; names: boolean }[] = []
  const kept = { people: true, logo: null, folder: null, mailTo: null, language: 'nl', names: false } as const
  const options: DeliveryOptions = {
    client: {
      call: (name, input) => {
        if (name === 'overview.delivered') told.push(input)
        const answers: Record<string, unknown> = {
          'overview.due': due,
          'overview.settings': { ...kept, delivered: null, failure: null, ...settings },
        }
        return Promise.resolve(ok(answers[name] ?? null)) as never
      },
    },
    log: { warn: () => undefined },
    make: async ({ month }, format, table) => ok({ name: `${month}-${table}.${format}`, bytes: Buffer.from(format) }),
    async mail({ to, names }, id) {
      mailed.push({ to, names, id })
      return ok(null)
    },
  }
  return { options, told, mailed }
}

describe('every month by itself', () => {
  it('writes every file of every month that waits, and says that it did', async () => {
    const into = join(folder(), 'new', 'folder')
    const { options, told, mailed } = delivery({ folder: into })
    await deliverDue(options)
    expect(readdirSync(into).toSorted()).toEqual(
      ['2026-02', '2026-03'].flatMap((month) =>
        ['cases.csv', 'cases.pdf', 'cases.xlsx', 'contacts.csv', 'promises.csv'].map((rest) => `${month}-${rest}`),
      ),
    )
    expect(told).toEqual([
      { month: '2026-02', failure: null },
      { month: '2026-03', failure: null },
    ])
    expect(mailed).toEqual([])
  })

  it('stops at a folder that cannot be written to, and says why', async () => {
    const file = join(folder(), 'file')
    writeFileSync(file, '')
    const { options, told } = delivery({ folder: join(file, 'inside') })
    await deliverDue(options)
    expect(told).toMatchObject([{ month: '2026-02', failure: { code: 'file-not-writable' } }])
  })

  it('never writes outside the folder', async () => {
    const into = folder()
    const { options } = delivery({ folder: into }, ['2026-02'])
    await deliverDue({ ...options, make: async () => ok({ name: '../../elsewhere.pdf', bytes: Buffer.from('') }) })
    expect(readdirSync(into)).toEqual(['elsewhere.pdf'])
  })

  it('mails each month under an id of its own, the same however often it is tried', async () => {
    const first = delivery({ mailTo: 'baas@proef.example' })
    const again = delivery({ mailTo: 'baas@proef.example' })
    await deliverDue(first.options)
    await deliverDue(again.options)
    const ids = first.mailed.map(({ id }) => id)
    expect(new Set(ids).size).toBe(2)
    expect(again.mailed.map(({ id }) => id)).toEqual(ids)
    for (const id of ids) expect(id).toMatch(/^[\da-f]{8}-[\da-f]{4}-8[\da-f]{3}-8[\da-f]{3}-[\da-f]{12}$/)
    expect(first.mailed.every(({ names }) => !names)).toBe(true)
  })

  it('tells what kept it from being made', async () => {
    const { options, told } = delivery({ folder: folder() })
    await deliverDue({ ...options, make: async () => fail({ code: 'engine-away' }) })
    expect(told).toEqual([{ month: '2026-02', failure: { code: 'engine-away' } }])
  })
})

describe('a logo', () => {
  it('is what its bytes say, whatever the file is called', () => {
    expect(pictureType(Buffer.from('\u0089PNG\r\n\u001a\n....', 'latin1'))).toBe('png')
    expect(pictureType(Buffer.from([0xff, 0xd8, 0xff, 0xe0]))).toBe('jpeg')
    expect(pictureType(Buffer.from('<svg onload="alert(1)"/>'))).toBeNull()
    expect(pictureType(Buffer.alloc(0))).toBeNull()
  })
})
