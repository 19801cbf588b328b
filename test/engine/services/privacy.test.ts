import { copyFileSync, existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { openTestDatabase, temporaryFolder } from '../../support/database.ts'
import type { OutputOf } from '../../../src/shared/contract/index.ts'
import { DAY, HOUR, MINUTE } from '../../../src/shared/domain/time.ts'
import { startTestEngine } from '../../support/context.ts'
import type { TestEngine } from '../../support/context.ts'
import { reportOf } from '../../support/reports.ts'
import { addMailbox, callOf, openShop, promiseOf, replyOf } from '../../support/small-shop.ts'

const CANARY = 'Zwaluwstaart'

/** Two customers; the one to be erased has a canary in every text that can hold one. */
async function shop(test: TestEngine): Promise<{ caseId: string; customerId: string }> {
  await openShop(test)
  await addMailbox(test)
  const { ask } = test
  const customer = { name: `Piet ${CANARY}`, phone: '06 87654321', email: `piet@${CANARY.toLowerCase()}.example` }
  const promise = promiseOf(test, { text: `Bellen over ${CANARY}` })
  const { caseId } = await ask('contact.log', callOf({ customer, text: `Mijn ${CANARY} is stuk`, promise }))
  await ask('contact.log', callOf({ customer, caseId, text: 'Bedankt!' }))
  const { customer: view } = await ask('case.get', { caseId })
  await ask('customer.save', {
    customerId: view.id,
    name: `Pieter ${CANARY}`,
    company: CANARY,
    notes: `let op: ${CANARY}`,
  })
  await ask(
    'reply.send',
    replyOf(caseId, { to: [`piet@${CANARY.toLowerCase()}.example`], text: `Beste ${CANARY}`, subject: CANARY }),
  )
  await ask('promise.withdraw', { promiseId: promise.promiseId, reason: `${CANARY} belde af` })
  await ask('improvement.note', {
    noticeId: crypto.randomUUID(),
    caseId,
    text: `Klant ${CANARY} wachtte`,
    improvementId: null,
  })
  await ask('contact.log', callOf())
  return { caseId, customerId: view.id }
}

function filesOf(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const file = join(folder, name)
    return statSync(file).isDirectory() ? filesOf(file) : [file]
  })
}

/** Files of the profile in which the canary can be read, in either case. */
const traces = (profile: string): string[] =>
  filesOf(profile).filter((file) => readFileSync(file, 'latin1').toLowerCase().includes(CANARY.toLowerCase()))

/** The words of a cause are what was said; how many there were is a figure. */
function withoutCauses(figures: OutputOf<'overview.get'>['figures']): unknown {
  const { byCause, ...promises } = figures!.promises
  const causes = byCause.reduce((sum, { count }) => sum + count, 0)
  return { ...figures, promises: { ...promises, causes } }
}

describe('erasing a customer', () => {
  it('leaves nothing of them in any file of the profile, and everything of the others', async () => {
    const test = await startTestEngine()
    const { customerId, caseId } = await shop(test)
    expect(traces(test.profile)).not.toEqual([])
    const preview = await test.ask('privacy.erase-preview', { customerId })
    const report = await test.ask('privacy.erase', { customerId })
    expect(report).toEqual(preview)
    expect(report).toMatchObject({ cases: 1, contacts: 3 })
    await test.engine.stop()
    expect(traces(test.profile)).toEqual([])
    const again = await startTestEngine({ profile: test.profile, clock: test.clock })
    expect(reportOf(again, 'cases')).toHaveLength(2)
    expect((await again.ask('search', { text: CANARY, limit: 10 })).hits).toEqual([])
    expect(await again.ask('customer.find', { text: '0687654321' })).toEqual([])
    expect((await again.ask('case.get', { caseId })).customer.name).toBe('Gewist')
    expect(reportOf(again, 'outbox')).toMatchObject([{ state: 'withdrawn', recipients_json: '[]' }])
    const events = await again.ask('case.events', { caseId, before: null })
    expect(events[0]).toMatchObject({ kind: 'data-erased' })
    expect(events.slice(1).every(({ data }) => data['erased'] === true)).toBe(true)
  })

  it('leaves the figures of a month that is over as they were', async () => {
    const test = await startTestEngine({ practice: { cases: 60, seed: 1 } })
    const before = await test.ask('overview.get', { month: '2026-02' })
    expect(before.chasers.length).toBeGreaterThan(0)
    // What is still open ends when it is erased, and ends today; what is over stays as it was.
    const cases = reportOf(test, 'cases')
    const open = new Set(
      cases.filter(({ state }) => state === 'open' || state === 'waiting').map((row) => row['customer_id']),
    )
    const customers = new Set(cases.map((row) => row['customer_id']).filter((id) => !open.has(id)))
    expect(customers.size).toBeGreaterThan(20)
    for (const customerId of customers) await test.ask('privacy.erase', { customerId: String(customerId) })
    const after = await test.ask('overview.get', { month: '2026-02' })
    expect(withoutCauses(after.figures)).toEqual(withoutCauses(before.figures))
    expect(after.chasers.map(({ at }) => at)).toEqual(before.chasers.map(({ at }) => at))
  }, 60_000)

  it('holds after a backup from before it is put back, also on another PC', async () => {
    const test = await startTestEngine()
    const { customerId } = await shop(test)
    await test.ask('backup.now', {})
    const { name } = (await test.ask('backup.status', {})).backups[0]!
    await test.clock.pass(MINUTE)
    await test.ask('privacy.erase', { customerId })
    await test.ask('backup.restore', { name, password: null })
    await test.engine.stop()
    const again = await startTestEngine({ profile: test.profile, clock: test.clock })
    expect((await again.ask('search', { text: CANARY, limit: 10 })).hits).toEqual([])
    expect(readFileSync(join(test.profile, 'belofte.db'), 'latin1').includes(CANARY)).toBe(false)
    expect(reportOf(again, 'cases')).toHaveLength(2)

    // The old backup and, beside it, what was erased: what a stick holds.
    const stick = temporaryFolder()
    copyFileSync(join(test.profile, 'backups', name), join(stick, name))
    await again.clock.pass(DAY)
    await again.ask('backup.set-folder', { path: stick })
    expect(existsSync(join(stick, `${name.slice(0, 16)}-erased.jsonl`))).toBe(true)
    const fresh = await startTestEngine()
    await fresh.ask('backup.choose', { path: join(stick, name) })
    await fresh.ask('backup.restore', { name: 'chosen', password: null })
    await fresh.engine.stop()
    const there = await startTestEngine({ profile: fresh.profile, clock: fresh.clock })
    expect((await there.ask('search', { text: CANARY, limit: 10 })).hits).toEqual([])
    expect(reportOf(there, 'cases')).toHaveLength(2)
  })

  it('is finished after the PC went out in the middle of it', async () => {
    const test = await startTestEngine()
    const { customerId, caseId } = await shop(test)
    const erasure = { at: test.clock.now(), customerIds: [customerId], caseIds: [caseId], mails: [] }
    writeFileSync(join(test.profile, 'erased.jsonl'), `half a line\n${JSON.stringify(erasure)}\n`)
    await test.clock.pass(2 * HOUR)
    await expect.poll(async () => (await test.ask('case.get', { caseId })).customer.name).toBe('Gewist')
  })

  it('judges every column with text: a new one must be erased, or be named here with why it stays', async () => {
    const { sqlite } = await openTestDatabase()
    const columns = sqlite
      .prepare(
        `SELECT m.name || '.' || c.name AS name FROM sqlite_schema m JOIN pragma_table_info(m.name) c
         WHERE m.type = 'table' AND m.name NOT LIKE 'kysely%' AND m.name NOT LIKE 'sqlite%' AND m.name NOT LIKE 'search_%'
           AND c.type IN ('TEXT', 'BLOB', '') AND c.name <> 'id' AND c.name NOT LIKE '%\\_id' ESCAPE '\\' AND c.name <> 'rank'`,
      )
      .pluck()
      .all() as string[]
    const OF_SHOP = /^(setting|staff|mailbox|folder|template|improvement|absence|round|rounds|erased_mail)\./
    const ERASED =
      /^(customer\.(name|company|notes)|customer_address\.value|raw_mail\.(sha256|gzip)|mail\.(folder_path|uid_validity)|case\.(subject|subject_key|snippet)|contact\.(from_address|to_json|subject|text|quoted|references_json)|attachment\.(name|media_type)|promise\.(text|end_note)|outbox\.(recipients_json|raw|failure_json|refused_json)|event\.data_json|search\.(text|customer|search)|improvement_notice\.text|undo\.data_json)$/
    // Kinds and states, and our own address and id on the outbox.
    const FIGURES =
      /\.(kind|channel|state|set_aside_reason|mood|outcome|origin|made_by|kept_how|customer_knows|tone|copy_state|answered_state|envelope_from|merged_into)$/
    expect(columns.filter((name) => !OF_SHOP.test(name) && !ERASED.test(name) && !FIGURES.test(name))).toEqual([])
  })
})

describe('the term of keeping', () => {
  it('shows first, then erases closed cases by itself, and customers of whom nothing is left', async () => {
    const test = await startTestEngine()
    const { caseId, customerId } = await shop(test)
    await test.clock.pass(MINUTE)
    await test.ask('case.close', { caseId })
    const early = { cases: 0, customers: 0, oldest: null }
    expect(await test.ask('privacy.retention-preview', { months: 12 })).toEqual(early)
    await test.clock.jumpTo(test.clock.now() + 400 * DAY)
    expect(await test.ask('privacy.retention-preview', { months: 24 })).toEqual(early)
    expect(await test.ask('privacy.retention-preview', { months: 12 })).toMatchObject({ cases: 1, customers: 1 })
    expect((await test.ask('case.get', { caseId })).customer.name).toContain(CANARY)
    await test.ask('privacy.set-retention', { months: 12 })
    await test.clock.pass(DAY + HOUR)
    await expect.poll(async () => (await test.ask('case.get', { caseId })).customer.name).toBe('Gewist')
    // The other one still waits for an answer: that is not closed, however old.
    expect(reportOf(test, 'cases').filter((row) => row['customer_name'] !== 'Gewist')).toHaveLength(1)
    expect(reportOf(test, 'cases').filter((row) => row['customer_id'] === customerId)).toHaveLength(1)
  })
})

describe('the export of a customer', () => {
  it('holds everything to read and for programs, and the mails byte for byte', async () => {
    const test = await startTestEngine()
    const { customerId } = await shop(test)
    const { name, base64 } = await test.ask('privacy.export', { customerId })
    expect(name).toBe('klantgegevens-2026-03-05.zip')
    const files = unzipSync(Buffer.from(base64, 'base64'))
    expect(Object.keys(files).sort()).toEqual(['data.json', 'index.html', 'mails/0001.eml'])
    const database = new Sqlite(join(test.profile, 'belofte.db'), { readonly: true })
    const raw = database.prepare('SELECT raw FROM outbox').pluck().get() as Uint8Array
    database.close()
    expect(Buffer.from(files['mails/0001.eml']!).equals(Buffer.from(raw))).toBe(true)
    const data = JSON.parse(strFromU8(files['data.json']!)) as Record<string, unknown[]>
    expect(data['contacts']).toHaveLength(3)
    expect(data['promises']).toHaveLength(1)
    const page = strFromU8(files['index.html']!)
    expect(page).toContain(`Mijn ${CANARY} is stuk`)
    expect(page).not.toContain('Jan Klant')
  })

  it('runs nothing that a customer wrote', async () => {
    const test = await startTestEngine()
    await openShop(test)
    const customer = { name: '<script>alert(1)</script>', phone: null, email: null }
    const { caseId } = await test.ask('contact.log', callOf({ customer, text: '<img src=x onerror=alert(1)>' }))
    const customerId = (await test.ask('case.get', { caseId })).customer.id
    const { base64 } = await test.ask('privacy.export', { customerId })
    const page = strFromU8(unzipSync(Buffer.from(base64, 'base64'))['index.html']!)
    expect(page).not.toMatch(/<script|<img/)
  })
})
