import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openTestDatabase } from '../../support/database.ts'

const DOC = readFileSync(join(import.meta.dirname, '../../../docs/data.md'), 'utf8')

describe('docs/data.md', () => {
  it.each([
    'report_cases',
    'report_contacts',
    'report_promises',
    'report_outbox',
    'report_nags',
    'report_absences',
    'report_rounds',
    'report_improvements',
  ])('names every column of %s, in its order', async (view) => {
    const { sqlite } = await openTestDatabase()
    const columns = sqlite
      .prepare(`SELECT * FROM ${view}`)
      .columns()
      .map(({ name }) => name)
    const section = DOC.split(`### ${view}`)[1]!.split('\n##')[0]!
    const named = [...section.matchAll(/^\| ([a-z_, ]+) \|/gm)].flatMap((match) => match[1]!.trim().split(', '))
    expect(named).toEqual(['column', ...columns])
  })

  it('asks questions that the database understands', async () => {
    const { sqlite } = await openTestDatabase()
    const questions = [...DOC.matchAll(/```sql\n([\s\S]*?)```/g)].map((match) => match[1]!)
    expect(questions.length).toBeGreaterThan(2)
    for (const question of questions) expect(sqlite.prepare(question).all()).toBeInstanceOf(Array)
  })
})
