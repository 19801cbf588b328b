import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { temporaryFolder } from '../support/database.ts'
import { EngineChild } from '../support/engine-child.ts'
import { reportOf } from '../support/reports.ts'
import { ANNA, BUSINESS, callOf } from '../support/small-shop.ts'

describe('the engine process', () => {
  it('starts, serves, keeps what it acknowledged when it is killed, and stops in order', async () => {
    const profile = temporaryFolder()
    const first = new EngineChild()
    expect(await first.start(profile)).toEqual({ kind: 'started' })
    await first.call('business.save', BUSINESS)
    await first.call('staff.save', { id: ANNA, name: 'Anna', colour: 'teal', email: null, signature: '', active: true })
    const promise = {
      promiseId: '018f0000-0000-7000-8000-0000000000d4',
      ownerId: ANNA,
      text: 'Bellen',
      dueAt: Date.now() + 1_500,
    }
    expect(await first.call('contact.log', callOf({ promise }), ANNA)).toMatchObject({ ok: true })
    await first.kill()
    expect(reportOf({ profile }, 'promises')).toMatchObject([{ id: promise.promiseId, state: 'open' }])

    const second = new EngineChild()
    expect(await second.start(profile)).toEqual({ kind: 'started' })
    const unshown = async () => ((await second.call('nag.unshown', {})) as { value: unknown[] }).value
    await expect.poll(unshown, { timeout: 20_000 }).toMatchObject([{ promiseId: promise.promiseId, tone: 'due' }])
    expect(reportOf({ profile }, 'promises')).toMatchObject([{ state: 'broken' }])
    second.tell({ kind: 'stop' })
    expect(await second.next()).toEqual({ kind: 'stopped' })
    expect(reportOf({ profile }, 'nags')).toHaveLength(1)
  })

  it('says why it can’t start', async () => {
    const profile = temporaryFolder()
    const file = join(profile, 'belofte.db')
    writeFileSync(file, 'not a database at all '.repeat(100))
    expect(await new EngineChild().start(profile)).toEqual({
      kind: 'start-failed',
      failure: { code: 'database-damaged', detail: { file: expect.any(String) } },
    })
    expect(await new EngineChild().start(join(file, 'inside-a-file'))).toMatchObject({
      kind: 'start-failed',
      failure: { code: 'profile-not-writable' },
    })
  })

  it('is not brought down by what is no message of the contract', async () => {
    const child = new EngineChild()
    await child.start(temporaryFolder())
    for (const json of ['', 'null', '{', '[]', '5', '{"seq":"x"}']) child.process.send({ kind: 'contract', json })
    expect(await child.call('staff.list', {})).toEqual({ ok: true, value: [] })
  })
})
