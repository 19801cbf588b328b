import { randomUUID } from 'node:crypto'
import { constants, inflateRawSync } from 'node:zlib'
import readExcelFile from 'read-excel-file/node'
import { describe, expect, it } from 'vitest'
import type { InputOf } from '../../../src/shared/contract/index.ts'
import { startTestEngine } from '../../support/context.ts'
import type { TestEngine } from '../../support/context.ts'
import { callOf, openShop, promiseOf } from '../../support/small-shop.ts'

const MONTH = '2026-03'
/** As a customer might write it to make a spreadsheet compute something. */
const FORMULAS = ['=HYPERLINK("http://evil.example","x")', '+31 6', '-1', '@SUM(1)', '\t=1', '\r=1', ' =1', '＝1']

/** A shop in which everything that a customer could write is a formula. */
async function openEvilShop(): Promise<TestEngine> {
  const test = await startTestEngine()
  await openShop(test)
  for (const [i, text] of FORMULAS.entries()) {
    const customer = { name: `${text} Klant`, phone: `06 1000000${i}`, email: null }
    const promise = promiseOf(test, { text })
    const { caseId } = await test.ask('contact.log', callOf({ customer, text, promise }))
    await test.ask('improvement.note', { noticeId: randomUUID(), caseId, text, improvementId: null })
    await test.ask('promise.withdraw', { promiseId: promise.promiseId, reason: text.trim() })
  }
  return test
}

type FileInput = InputOf<'overview.file'>
async function fileOf(test: TestEngine, more: Partial<FileInput>): Promise<{ name: string; bytes: Buffer }> {
  const options: FileInput = { month: MONTH, language: 'nl', names: true, format: 'csv', table: 'cases', ...more }
  const { name, base64 } = await test.ask('overview.file', options)
  return { name, bytes: Buffer.from(base64, 'base64') }
}

/** Cells of a CSV text; a quoted cell may hold anything. */
function cellsOf(text: string, separator: string): string[] {
  const cell = new RegExp(`"((?:[^"]|"")*)"|([^${separator}\\r\\n"]+)`, 'g')
  return [...text.matchAll(cell)].map((match) => match[1]?.replaceAll('""', '"') ?? match[2]!)
}

/** The texts inside a zip whose sizes stand behind each entry: every deflated stream, found by its header. */
function xmlOf(zip: Buffer): string[] {
  const found: string[] = []
  for (let at = zip.indexOf('PK\u0003\u0004'); at >= 0; at = zip.indexOf('PK\u0003\u0004', at + 4)) {
    const start = at + 30 + zip.readUInt16LE(at + 26) + zip.readUInt16LE(at + 28)
    found.push(inflateRawSync(zip.subarray(start), { finishFlush: constants.Z_SYNC_FLUSH }).toString('utf8'))
  }
  return found
}

const looksLikeFormula = (text: string): boolean => /^[\s\u200B-\u200F\u2060]*[=+\-@＝＋－＠\t\r]/u.test(text)

describe('a CSV', () => {
  it('opens in Excel: a mark for UTF-8, semicolons in Dutch and commas in English', async () => {
    const test = await openEvilShop()
    const dutch = await fileOf(test, {})
    expect(dutch.name).toBe('maandoverzicht-2026-03-vragen.csv')
    expect([...dutch.bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    expect(dutch.bytes.toString('utf8').split('\r\n')[0]).toContain('Nummer;Binnengekomen;')
    const english = await fileOf(test, { language: 'en', table: 'promises' })
    expect(english.name).toBe('monthly-overview-2026-03-promises.csv')
    expect(english.bytes.toString('utf8').split('\r\n')[0]).toContain('Number,Made,Due')
  })

  it.each(['cases', 'promises', 'contacts'] as const)('of %s holds no formula', async (table) => {
    const test = await openEvilShop()
    for (const language of ['nl', 'en'] as const) {
      const { bytes } = await fileOf(test, { table, language })
      const cells = cellsOf(bytes.toString('utf8').slice(1), language === 'nl' ? ';' : ',')
      expect(cells.length).toBeGreaterThan(40)
      expect(cells.filter(looksLikeFormula)).toEqual([])
      expect(cells.some((cell) => cell.startsWith(`'${FORMULAS[0]}`))).toBe(true)
    }
  })

  it('says moments as the clock on the wall', async () => {
    const test = await openEvilShop()
    const { bytes } = await fileOf(test, {})
    expect(bytes.toString('utf8')).toContain('2026-03-05 10:00')
  })
})

describe('a workbook', () => {
  it('opens again, with the figures and the rows behind them as numbers, dates and text', async () => {
    const test = await openEvilShop()
    const { name, bytes } = await fileOf(test, { format: 'xlsx' })
    expect(name).toBe('maandoverzicht-2026-03.xlsx')
    const sheets = await readExcelFile(bytes)
    expect(sheets.map(({ sheet }) => sheet)).toEqual(['Overzicht', 'Vragen', 'Beloften', 'Contactmomenten'])
    const [summary, cases, promises, contacts] = sheets.map(({ data }) => data)
    const { figures } = await test.ask('overview.get', { month: MONTH })
    const figure = (label: string) => summary!.find((row) => row[0] === label)?.[1]
    expect(figure('Binnengekomen')).toBe(figures!.questions.received)
    expect(figure('Beloften voor deze maand')).toBe(figures!.promises.made)
    expect(figure('– ingetrokken')).toBe(figures!.promises.endings.withdrawn)
    expect(cases!.slice(1)).toHaveLength(figures!.questions.received)
    expect(promises!.slice(1)).toHaveLength(figures!.promises.made)
    expect(contacts!.slice(1)).toHaveLength(FORMULAS.length)
    // A sheet knows no zone: its ten o'clock is that of the shop.
    expect(cases![1]![1]).toEqual(new Date('2026-03-05T10:00:00Z'))
    expect(cases!.flat()).toContain(`${FORMULAS[0]!} Klant`)
  })

  it('holds no formula anywhere', async () => {
    const test = await openEvilShop()
    const { bytes } = await fileOf(test, { format: 'xlsx' })
    const sheets = await readExcelFile(bytes)
    // What looks like one came back as the very text: a formula would come back as its result.
    const texts = sheets.flatMap(({ data }) => data.flat())
    expect(texts.filter((cell) => cell === FORMULAS[0]).length).toBeGreaterThan(0)
    expect(xmlOf(bytes).filter((xml) => /<f[ >]/.test(xml))).toEqual([])
    expect(xmlOf(bytes).filter((xml) => xml.includes('<autoFilter ref="A1:'))).toHaveLength(3)
    expect(xmlOf(bytes).filter((xml) => xml.includes('state="frozen"'))).toHaveLength(4)
  })
})

describe('without names', () => {
  it.each(['xlsx', 'csv'] as const)('a file (%s) tells of nobody', async (format) => {
    const test = await startTestEngine()
    await openShop(test)
    const promise = promiseOf(test, { text: 'Geheim' })
    const log = callOf({
      customer: { name: 'Jan Klant', phone: null, email: 'jan@klant.example' },
      text: 'Geheim',
      promise,
    })
    await test.ask('contact.log', log)
    for (const table of ['cases', 'promises', 'contacts'] as const) {
      const said = async (names: boolean): Promise<string> => {
        const { bytes } = await fileOf(test, { format, table, names })
        if (format === 'csv') return bytes.toString('utf8')
        return (await readExcelFile(bytes)).flatMap(({ data }) => data.flat()).join('\n')
      }
      const [with_, without] = [await said(true), await said(false)]
      expect(with_).toContain('Jan Klant')
      expect(with_).toContain('Anna')
      for (const word of ['Jan', 'Klant\n', 'Anna', 'Ben', 'Geheim', 'klant.example'])
        expect(without).not.toContain(word)
    }
  })

  it('and without figures by person nobody of the staff either', async () => {
    const test = await startTestEngine()
    await openShop(test)
    await test.ask('contact.log', callOf({ promise: promiseOf(test) }))
    const { delivered: _delivered, failure: _failure, ...settings } = await test.ask('overview.settings', {})
    await test.ask('overview.save-settings', { ...settings, people: false })
    const { bytes } = await fileOf(test, { format: 'xlsx' })
    const said = (await readExcelFile(bytes)).flatMap(({ data }) => data.flat()).join('\n')
    expect(said).toContain('Jan Klant')
    expect(said).not.toContain('Anna')
  })
})
