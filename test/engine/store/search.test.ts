import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import { insertToldCases } from '../../../src/engine/store/case-standing.ts'
import { insertContacts } from '../../../src/engine/store/contacts.ts'
import type { Db } from '../../../src/engine/store/database.ts'
import { findText, matchExpression } from '../../../src/engine/store/search.ts'
import { openTestDatabase } from '../../support/database.ts'
import { caseOf, contactOf, insertPeople } from './rows.ts'

let db: Db
beforeEach(async () => {
  db = (await openTestDatabase()).db
  await insertPeople(db)
  const rest = { closedAt: null, reopenedAt: null, turns: [], promises: [] }
  await insertToldCases(
    db,
    [1, 2, 3].map((number) => ({ ...caseOf(number), ...rest })),
  )
})

const add = (id: string, number: number, text: string) =>
  insertContacts(db, [contactOf(id, caseOf(number).id, { text })])

describe('searching', () => {
  it('never reads what a person typed as a command', async () => {
    await add('1', 1, 'een gewone vraag')
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.string({ unit: 'binary', maxLength: 40 }),
          fc.constantFrom('"', "'", 'a"b', 'NOT', 'a NEAR b', '(a', 'a*b'),
        ),
        async (text) => {
          expect(Array.isArray(await findText(db, text, null, 5))).toBe(true)
        },
      ),
      { numRuns: 300 },
    )
  })

  it('finds every text by each of its words, whatever they are', async () => {
    const word = fc.stringMatching(/^[a-zà-ÿ0-9]{2,12}$/)
    let next = 0
    await fc.assert(
      fc.asyncProperty(fc.array(word, { minLength: 1, maxLength: 6 }), fc.nat(), async (words, at) => {
        next += 1
        await add(`n${next}`, 1, words.join(' '))
        const [newest] = await findText(db, words[at % words.length]!, null, 1)
        expect(newest!.excerpt.replaceAll(/[\u0001\u0002]/g, '')).toBe(words.join(' '))
      }),
      { numRuns: 50 },
    )
  })

  it('asks for all words, and lets the last one go on', async () => {
    await add('1', 1, 'De ketting van de fiets is los')
    await add('2', 2, 'De ketting is gesmeerd')
    const cases = async (text: string) => (await findText(db, text, null, 9)).map(({ caseId }) => caseId)
    expect(await cases('ketting fi')).toEqual([caseOf(1).id])
    expect(await cases('fi ketting')).toEqual([])
    expect(await cases('KÉTTING')).toEqual([caseOf(2).id, caseOf(1).id])
    expect(await cases('k')).toEqual([])
  })

  it('goes on where the last page ended', async () => {
    for (const number of [1, 2, 3]) await add(String(number), number, 'ketting')
    const [first] = await findText(db, 'ketting', null, 1)
    expect((await findText(db, 'ketting', first!.rowid, 9)).map(({ caseId }) => caseId)).toEqual([
      caseOf(2).id,
      caseOf(1).id,
    ])
  })

  it('shows the words around the match on one line', async () => {
    await add('1', 1, `${'ervoor '.repeat(40)}\n\nde ketting\r\nerna`)
    const { excerpt } = (await findText(db, 'ketting', null, 1))[0]!
    expect(excerpt).toContain('\u0001ketting\u0002 erna')
    expect(excerpt.length).toBeLessThan(200)
    expect(excerpt).not.toMatch(/[\r\n]/)
  })

  it('has nothing to look for in a text without words', () => {
    for (const text of ['', '  ', '"', '*', '-', '#']) expect(matchExpression(text), text).toBeNull()
  })
})
