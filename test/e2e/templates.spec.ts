import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import type { ElectronApplication, Page } from '@playwright/test'
import { startDesktop } from '../support/desktop.mjs'
import type { Desktop } from '../support/desktop.mjs'
import { openPractice } from './support/practice.ts'
import { makeProfile } from './support/program.ts'

// The shop's own templates, as a file and back.

let desktop: Desktop
let profile: Awaited<ReturnType<typeof makeProfile>>
let app: ElectronApplication
let window: Page

test.beforeEach(async () => {
  desktop = await startDesktop()
  profile = await makeProfile()
  ;({ app, window } = await openPractice(desktop, profile.path))
})

test.afterEach(async () => {
  await app.close()
  await desktop.stop()
  await profile.remove()
})

test('templates come from a file and go to one', async () => {
  const template = {
    kind: 'answer',
    language: 'nl',
    address: 'u',
    title: 'Fiets staat klaar',
    body: 'Beste {{customer}}',
  }
  const file = join(profile.path, 'van-elders.json')
  await window.evaluate(() => (location.hash = '#/settings'))
  await window
    .getByRole('link', { name: 'Sjablonen' })
    .or(window.getByRole('button', { name: 'Sjablonen' }))
    .first()
    .click()
  await choose(file)

  await writeFile(file, '{"een": "boodschappenlijst"}')
  await window.getByRole('button', { name: 'Uit bestand' }).click()
  await expect(window.getByText('In van-elders.json staan geen sjablonen die Belofte begrijpt.')).toBeVisible()

  await writeFile(file, JSON.stringify({ belofte: 'templates', templates: [template] }))
  await window.getByRole('button', { name: 'Uit bestand' }).click()
  await expect(window.getByText('1 sjabloon toegevoegd.')).toBeVisible()
  await expect(window.getByText('Fiets staat klaar')).toBeVisible()

  await window.getByRole('button', { name: 'Naar bestand' }).click()
  await expect(window.getByText('De eigen sjablonen staan in het bestand.')).toBeVisible()
  const written = JSON.parse(await readFile(join(profile.path, 'naar-elders.json'), 'utf8')) as unknown
  expect(written).toEqual({ belofte: 'templates', templates: [template] })
})

/** The system's own dialogs, answered. */
async function choose(file: string): Promise<void> {
  await app.evaluate(
    ({ dialog }, { from, to }) => {
      dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [from] })
      dialog.showSaveDialog = async () => ({ canceled: false, filePath: to })
    },
    { from: file, to: join(profile.path, 'naar-elders.json') },
  )
}
