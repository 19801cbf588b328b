import fc from 'fast-check'
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { contract } from '../../src/shared/contract/index.ts'
import type { CallName } from '../../src/shared/contract/index.ts'
import { startTestEngine } from '../support/context.ts'
import { expectFailure } from '../support/database.ts'
import type { TestEngine } from '../support/context.ts'
import { BUSINESS, callOf, openShop } from '../support/small-shop.ts'

const names = Object.keys(contract) as CallName[]
const LARGE = 'x'.repeat(10 * 1024 * 1024)

/** Whatever a broken or hostile screen may send, as it comes out of JSON.parse. */
const anything = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc.constantFrom<unknown>(undefined, null, '', [], {}, 0, -1, 1e308, true, '__proto__'),
  fc.constant(JSON.parse('{"__proto__": {"polluted": true}, "constructor": {"prototype": {"polluted": true}}}')),
)

describe('the door', () => {
  let test: TestEngine
  beforeEach(async () => {
    test = await startTestEngine()
    await openShop(test)
  })

  it.each(names)('%s takes anything without harm', async (name) => {
    await fc.assert(
      fc.asyncProperty(anything, fc.constantFrom<unknown>(null, 5, {}, 'nobody', '__proto__'), async (input, actor) => {
        const result = await test.engine.call(name, input, actor as string)
        if (!result.ok) expect(result.error.code).not.toBe('internal')
      }),
      { numRuns: 60 },
    )
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined()
    expect(await test.ask('staff.list', {})).toHaveLength(2)
  })

  it('takes valid calls with one field made wrong without harm', async () => {
    const valid: [CallName, Record<string, unknown>][] = [
      ['contact.log', callOf()],
      ['business.save', BUSINESS],
      ['customer.find', { text: 'Jan' }],
      ['search', { text: 'fiets', limit: 5 }],
    ]
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...valid), fc.nat(), anything, async ([name, input], at, value) => {
        const fields = Object.keys(input)
        const result = await test.engine.call(name, { ...input, [fields[at % fields.length]!]: value }, null)
        return result.ok || result.error.code !== 'internal'
      }),
      { numRuns: 300 },
    )
    expect(await test.ask('staff.list', {})).toHaveLength(2)
  })

  it.each(['toString', '__proto__', 'constructor', 'hasOwnProperty', '', 'case.get ', LARGE])(
    'refuses a call that is not in the table',
    async (name) => {
      expect(expectFailure(await test.engine.call(name, {}, null)).code).toBe('unknown-call')
    },
  )

  it('refuses ten megabytes where a line or a text is asked for, at once', async () => {
    const began = performance.now()
    for (const [name, input] of [
      ['search', { text: LARGE, limit: 5 }],
      ['customer.find', { text: LARGE }],
      ['contact.log', callOf({ text: LARGE })],
      ['business.save', { ...BUSINESS, name: LARGE, zone: LARGE }],
      ['case.get', { caseId: LARGE }],
      ['moment.parse', { text: LARGE, language: 'nl' }],
    ] as const) {
      expect(expectFailure(await test.engine.call(name, input, null)).code, name).toBe('bad-input')
    }
    expect(performance.now() - began).toBeLessThan(5_000)
  })

  it('says which field is wrong, and never what was in it', async () => {
    const secret = 'jan@klant.example'
    const failure = expectFailure(await test.engine.call('contact.log', { ...callOf(), kind: secret }, null))
    expect(failure).toMatchObject({ code: 'bad-input', detail: { call: 'contact.log', field: 'kind' } })
    expect(JSON.stringify(failure)).not.toContain(secret)
    expect(test.log.lines.join('\n')).not.toContain(secret)
  })

  it('turns a bug into a failure and lives on', async () => {
    const broken = await startTestEngine()
    await openShop(broken)
    const { openDatabase } = await import('../../src/engine/store/database.ts')
    const other = await openDatabase(broken.profile)
    if (!other.ok) throw new Error('no second connection')
    onTestFinished(() => other.value.db.destroy())
    other.value.sqlite.exec('ALTER TABLE staff RENAME TO crew')
    broken.actor = null
    expect(expectFailure(await broken.call('staff.list', {})).code).toBe('internal')
    other.value.sqlite.exec('ALTER TABLE crew RENAME TO staff')
    expect(await broken.ask('staff.list', {})).toHaveLength(2)
  })
})
