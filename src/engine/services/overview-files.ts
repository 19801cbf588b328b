import { stringify } from 'csv-stringify/sync'
import writeExcelFile from 'write-excel-file/node'
import { dayOf, minuteOfDay } from '../../shared/domain/local-days.ts'
import type { Language } from '../../shared/domain/people.ts'
import { DAY, MINUTE } from '../../shared/domain/time.ts'
import type { Instant, ZoneName } from '../../shared/domain/time.ts'
import type { Sheet, SheetCell } from './overview-sheets.ts'

// Spreadsheets as bytes. What customers wrote must stay text: no cell may become a formula, in any program.

/** UTF-8 with a mark that Excel needs, and the separator that Excel expects in this language. */
export function csvOf(sheet: Sheet, language: Language, zone: ZoneName): Uint8Array {
  const text = stringify(
    [sheet.columns.map(({ header }) => header), ...sheet.rows.map((row) => row.map((cell) => csvCell(cell, zone)))],
    {
      bom: true,
      delimiter: language === 'nl' ? ';' : ',',
      record_delimiter: 'windows',
      escape_formulas: true,
    },
  )
  return Buffer.from(text, 'utf8')
}

function csvCell(cell: SheetCell, zone: ZoneName): string | number {
  if (cell === null) return ''
  if (typeof cell === 'boolean') return cell ? 1 : 0
  if (typeof cell === 'string') return withoutLeadingSpace(cell)
  if (typeof cell === 'number') return cell
  if ('share' in cell) return cell.share
  return wallClock(cell.moment, zone).toISOString().slice(0, 16).replace('T', ' ')
}

/** Some programs skip spaces and invisible marks before they look for a formula. */
function withoutLeadingSpace(text: string): string {
  return text.replace(/^[\s\u200B-\u200F\u2060\uFEFF]+(?=[=+\-@＝＋－＠])/u, '')
}

const HEAD = { fontWeight: 'bold', backgroundColor: '#E7ECF6', textColor: '#22407A', wrap: true } as const
const DATE = 'yyyy-mm-dd hh:mm'

/** A workbook with real dates, a frozen head, a filter and columns as wide as what is in them. */
export async function xlsxOf(sheets: readonly Sheet[], zone: ZoneName): Promise<Uint8Array> {
  const data = sheets.map((sheet, i) => ({
    sheet: sheet.title.slice(0, 31),
    columns: sheet.columns.map(({ width }) => ({ width })),
    stickyRowsCount: 1,
    data: [
      sheet.columns.map(({ header }) => ({ value: header, type: String, ...HEAD })),
      ...sheet.rows.map((row) => row.map((cell) => xlsxCell(cell, zone, i === 0 && row.length === 1))),
    ],
  }))
  const ranges = sheets.map((sheet, i) =>
    i === 0 ? null : `A1:${columnLetter(sheet.columns.length)}${sheet.rows.length + 1}`,
  )
  return writeExcelFile(data, { features: [autoFilter(ranges)] }).toBuffer()
}

function xlsxCell(cell: SheetCell, zone: ZoneName, sentence: boolean) {
  if (cell === null || cell === '') return null
  // Always as text, whatever it begins with.
  if (typeof cell === 'string') return { value: legal(cell), type: String, ...(sentence ? {} : { wrap: false }) }
  if (typeof cell === 'number') return { value: cell, type: Number }
  if (typeof cell === 'boolean') return { value: cell, type: Boolean }
  if ('share' in cell) return { value: cell.share, type: Number, format: '0%' }
  return { value: wallClock(cell.moment, zone), type: Date, format: DATE }
}

/** A spreadsheet knows no zones: what its clock shows is put where it looks, in UTC. */
function wallClock(at: Instant, zone: ZoneName): Date {
  return new Date(dayOf(zone, at) * DAY + minuteOfDay(zone, at) * MINUTE)
}

/** A cell holds at most 32,767 characters, and no control characters. */
function legal(text: string): string {
  return text.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, ' ').slice(0, 32_767)
}

/** The library has no filters; the format is one element after the cells. */
function autoFilter(ranges: readonly (string | null)[]) {
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          transform: (xml: string, _options: unknown, { sheetIndex }: { readonly sheetIndex: number }) => {
            const range = ranges[sheetIndex]
            return range == null ? xml : xml.replace('</sheetData>', `</sheetData><autoFilter ref="${range}"/>`)
          },
        },
      },
    },
  }
}

function columnLetter(count: number): string {
  return String.fromCodePoint('A'.codePointAt(0)! + count - 1)
}
