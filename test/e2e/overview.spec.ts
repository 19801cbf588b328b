import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from '@playwright/test'
import type { ElectronApplication, Page } from '@playwright/test'
import type { OverviewView } from '../../src/shared/contract/overview.ts'
import type { Result } from '../../src/shared/domain/result.ts'
import { startDesktop } from '../support/desktop.mjs'
import type { Desktop } from '../support/desktop.mjs'
import { mainWindow, makeProfile, startProgram } from './support/program.ts'

// The monthly overview of the practice business: on the page, behind its figures, on paper and as a file.

const run = promisify(execFile)

let desktop: Desktop
let profile: Awaited<ReturnType<typeof makeProfile>>
let app: ElectronApplication
let page: Page

test.beforeAll(async () => {
  desktop = await startDesktop()
  profile = await makeProfile()
  app = await startProgram(desktop, { profile: profile.path, args: ['--demo'] })
  page = await mainWindow(app)
})
test.afterAll(async () => {
  await app.close()
  await desktop.stop()
  await profile.remove()
})

/** What the page itself is told. */
async function viewOf(month: string | null): Promise<OverviewView> {
  const answer = await page.evaluate((asked) => {
    const { belofte } = window as unknown as { belofte: { call(...args: readonly unknown[]): Promise<unknown> } }
    return belofte.call('overview.get', { month: asked }, null) as Promise<Result<OverviewView, unknown>>
  }, month)
  if (!answer.ok) throw new Error(JSON.stringify(answer.error))
  return answer.value
}

/** Every save dialog is answered with this file. */
async function saveAs(file: string): Promise<void> {
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
  }, file)
}

const textOf = async (pdf: string): Promise<string> => (await run('pdftotext', ['-layout', pdf, '-'])).stdout

test('a page with figures that open the cases behind them', async () => {
  await page.getByRole('navigation', { name: 'Hoofdmenu' }).getByRole('button', { name: 'Maandoverzicht' }).click()
  await page.locator('html[data-ready=overview]').waitFor()
  const { figures } = await viewOf(null)
  const { received } = figures!.questions
  await page.getByRole('button', { name: `Binnengekomen ${received}` }).click()
  const drawer = page.getByRole('dialog', { name: 'Binnengekomen' })
  await expect(drawer.getByRole('listitem')).toHaveCount(received)
  await page.keyboard.press('Escape')
  await expect(drawer).toBeHidden()

  // The same chart as a table, whose numbers open too.
  await page.getByRole('button', { name: 'Hoe ze kwamen: Als tabel' }).click()
  const table = page.getByRole('table', { name: 'Hoe ze kwamen' })
  await expect(table.getByRole('row', { name: 'Mail' })).toContainText(String(figures!.questions.byChannel.mail))
  await table.getByRole('row', { name: 'Mail' }).getByRole('button').click()
  await expect(page.getByRole('dialog').getByRole('listitem')).toHaveCount(figures!.questions.byChannel.mail)
  await page.keyboard.press('Escape')
})

test('an improvement takes one key on a case, and stands in the overview', async () => {
  await page.keyboard.press('Control+2')
  await page.locator('html[data-ready=queue]').waitFor()
  await page.getByRole('main').getByRole('listitem').getByRole('button').first().click()
  await page.locator('html[data-ready^="case:"]').waitFor()
  await page.keyboard.press('v')
  await page.getByLabel('Wat moet er beter?').last().fill('Zeg erbij hoe lang het duurt')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Genoteerd voor het maandoverzicht.')).toBeVisible()
  await page.keyboard.press('Control+4')
  await expect(page.getByRole('article', { name: 'Zeg erbij hoe lang het duurt' })).toContainText('opgemerkt')
})

test('a PDF on A4 that says what the page says, tagged, with page numbers', async () => {
  const file = join(profile.path, 'overzicht.pdf')
  await saveAs(file)
  await page.getByRole('button', { name: 'Bewaren en delen' }).click()
  await page.getByRole('menuitem', { name: 'PDF om te lezen of te printen' }).click()
  await expect(page.getByText('Het overzicht is bewaard.')).toBeVisible({ timeout: 30_000 })
  const { stdout: facts } = await run('pdfinfo', [file])
  expect(facts).toMatch(/Tagged:\s+yes/)
  expect(facts).toMatch(/Page size:.*\(A4\)/)
  const text = await textOf(file)
  const { figures, chasers, monthBefore } = await viewOf(null)
  const { questions, promises, complaints } = figures!
  const line = (label: string): string[] => {
    const found = text.split('\n').find((one) => one.trim().startsWith(label))
    return (found ?? `${label} is not there`)
      .trim()
      .slice(label.length)
      .trim()
      .split(/\s{2,}/)
  }
  expect(line('Binnengekomen')[0]).toBe(String(questions.received))
  expect(line('Binnengekomen')[1]).toBe(String(monthBefore.figures?.questions.received ?? '–'))
  expect(line('Zonder antwoord')[0]).toBe(String(questions.unanswered))
  expect(line('Nog open aan het eind van de maand')[0]).toBe(String(questions.openAtEnd))
  expect(line('Beloften voor deze maand')[0]).toBe(String(promises.made))
  expect(line('Klachten')[0]).toBe(String(complaints.received))
  expect(line('Complimenten')[0]).toBe(String(figures!.compliments))
  for (const { customerName } of chasers) expect(text).toContain(customerName)
  expect(text).toContain('Fietsenmakerij De Ketting')
  expect(text).toContain('Zeg erbij hoe lang het duurt')
  expect(text).toMatch(/Bladzijde 1 \/ \d/)
  // Each page has something on it, and its margins are white.
  await run('pdftoppm', ['-gray', '-r', '20', file, join(profile.path, 'page')])
  const first = await readFile(join(profile.path, 'page-1.pgm'))
  const pixels = first.subarray(-Math.floor(first.length * 0.9))
  expect(first.at(-1)).toBe(255)
  expect(pixels.some((shade) => shade < 120)).toBe(true)
})

test('a PDF without names, in English, names nobody', async () => {
  const file = join(profile.path, 'shared.pdf')
  await saveAs(file)
  await page.getByRole('button', { name: 'Bewaren en delen' }).click()
  await page.getByRole('switch', { name: /Met namen/ }).click()
  await page.getByText('English', { exact: true }).click()
  await page.getByRole('menuitem', { name: 'PDF om te lezen of te printen' }).click()
  await expect.poll(() => textOf(file).catch(() => ''), { timeout: 30_000 }).toContain('Monthly overview')
  const text = await textOf(file)
  const { chasers, compliments } = await viewOf(null)
  for (const { customerName, subject } of [...chasers, ...compliments]) {
    expect(text).not.toContain(customerName)
    expect(text).not.toContain(subject)
  }
  for (const name of ['Anouk', 'Bram', 'Fatima']) expect(text).not.toContain(name)
  expect(text).toMatch(/Page 1 \/ \d/)
})
