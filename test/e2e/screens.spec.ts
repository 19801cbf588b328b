import { AxeBuilder } from '@axe-core/playwright'
import { expect, test } from '@playwright/test'
import type { ElectronApplication, Page } from '@playwright/test'
import { startDesktop } from '../support/desktop.mjs'
import type { Desktop } from '../support/desktop.mjs'
import { openPractice } from './support/practice.ts'
import { makeProfile } from './support/program.ts'
import { readReport } from './support/report.ts'

// Each screen by role and name in both languages; axe finds nothing serious on any, in light and in dark.

const WORDS = {
  nl: {
    locale: 'nl_NL.UTF-8',
    screens: {
      today: 'Vandaag',
      queue: 'Vragen',
      outbox: 'Uit te sturen',
      overview: 'Maandoverzicht',
      settings: 'Instellingen',
    },
    case: /^Vraag \d+$/,
    reply: 'Antwoorden',
    composer: /^Antwoord aan /,
    send: /^Versturen/,
    note: /^Notitie/,
    save: /^Opslaan|^Bewaren/,
    help: /^Help/,
    guide: 'Werken met Belofte',
    chapters: ['De eerste dag', 'De telefoon', 'Beloften', 'Vrije dagen en vakantie', 'Het einde van de maand'],
    tour: 'Rondleiding',
    next: 'Verder',
    stop: 'Rondleiding stoppen',
  },
  en: {
    locale: 'en_GB.UTF-8',
    screens: { today: 'Today', queue: 'Cases', outbox: 'To send', overview: 'Monthly overview', settings: 'Settings' },
    case: /^Case \d+$/,
    reply: 'Reply',
    composer: /^Reply to /,
    send: /^Send/,
    note: /^Note/,
    save: /^Save/,
    help: /^Help/,
    guide: 'Working with Belofte',
    chapters: ['The first day', 'The phone', 'Promises', 'Days off and holidays', 'The end of the month'],
    tour: 'Tour',
    next: 'Next',
    stop: 'Stop the tour',
  },
} as const

let desktop: Desktop
let profile: Awaited<ReturnType<typeof makeProfile>>
let app: ElectronApplication
let window: Page

test.beforeEach(async () => {
  desktop = await startDesktop()
  profile = await makeProfile()
})

test.afterEach(async () => {
  await app.close()
  await desktop.stop()
  await profile.remove()
})

for (const language of ['nl', 'en'] as const) {
  const words = WORDS[language]

  test(`every screen has its name and its place, and nothing stands in anybody’s way (${language})`, async () => {
    ;({ app, window } = await openPractice(desktop, profile.path, { locale: words.locale }))

    await test.step('the tour walks by the screens, and ends', async () => {
      const tour = window.getByRole('region', { name: words.tour })
      await expectNothingSerious('tour')
      await tour.getByRole('button', { name: words.next }).click()
      await tour.getByRole('button', { name: words.next }).click()
      await expect(window.getByRole('heading', { level: 1, name: words.screens.queue })).toBeVisible()
      await tour.getByRole('button', { name: words.stop }).click()
      await expect(tour).toBeHidden()
    })

    for (const [screen, name] of Object.entries(words.screens)) {
      await test.step(screen, async () => {
        await window
          .getByRole('navigation')
          .getByRole('button', { name: new RegExp(`^${name}`) })
          .click()
        await expect(window.getByRole('main').getByRole('heading', { level: 1, name })).toBeVisible()
        await expectNothingSerious(screen)
      })
    }

    await test.step('a case and its reply', async () => {
      const [row] = readReport(
        profile.path,
        "SELECT id FROM report_cases WHERE state = 'open' AND channel = 'mail' ORDER BY number LIMIT 1",
      )
      await window.evaluate((id) => (location.hash = `#/case/${id}`), String(row!['id']))
      await expect(window.getByRole('main', { name: words.case })).toBeVisible()
      await expectNothingSerious('case')
      await window
        .getByRole('button', { name: words.reply, exact: true })
        .or(window.getByRole('button', { name: new RegExp(`^${words.reply} ?R?$`) }))
        .first()
        .click()
      const composer = window.getByRole('form', { name: words.composer })
      await expect(composer.getByRole('button', { name: words.send })).toBeVisible()
      await expectNothingSerious('composer')
    })

    await test.step('the phone note', async () => {
      await window.keyboard.press('F2')
      const note = window.getByRole('dialog', { name: words.note })
      await expect(note.getByRole('button', { name: words.save }).first()).toBeVisible()
      await expectNothingSerious('phone note')
      await window.keyboard.press('Escape')
      await expect(note).toBeHidden()
    })

    await test.step('help: the user guide with its pictures', async () => {
      await window.getByRole('button', { name: words.help }).click()
      const guide = window.getByRole('dialog', { name: words.guide })
      for (const name of words.chapters) await expect(guide.getByRole('heading', { name })).toBeVisible()
      const pictures = guide.getByRole('article').getByRole('img')
      await expect(pictures).toHaveCount(7)
      await pictures.last().scrollIntoViewIfNeeded()
      await expect
        .poll(() => pictures.last().evaluate((one: HTMLImageElement) => one.naturalWidth))
        .toBeGreaterThan(500)
      await expectNothingSerious('help')
    })
  })
}

/** In both themes. */
async function expectNothingSerious(screen: string): Promise<void> {
  for (const theme of ['light', 'dark'] as const) {
    await window.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
    await expect(window.locator(`html[data-mantine-color-scheme="${theme}"]`)).toBeAttached()
    await settled()
    // A page of Electron can't be opened for axe beside the window.
    const { violations } = await new AxeBuilder({ page: window }).setLegacyMode().analyze()
    const serious = violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(
        ({ id, nodes }) =>
          `${id}: ${nodes.map(({ html, any }) => `${html.slice(0, 120)} ${JSON.stringify(any[0]?.data ?? null)}`).join(' | ')}`,
      )
    expect.soft(serious, `${screen}, ${theme}`).toEqual([])
  }
}

/** A colour that is still fading has no contrast of its own. */
async function settled(): Promise<void> {
  await window.evaluate(async () => {
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
    const ending = document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity)
    await Promise.all(ending.map(({ finished }) => finished.catch(() => undefined)))
  })
}
