import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import type { ElectronApplication, Page } from '@playwright/test'
import { startDesktop } from '../support/desktop.mjs'
import type { Desktop } from '../support/desktop.mjs'
import { Dovecot } from '../support/dovecot.ts'
import { TestSmtp } from '../support/smtp.ts'
import { mainWindow, makeProfile, startProgram } from './support/program.ts'
import { readReport } from './support/report.ts'
import { provisionFor } from './support/shop.ts'

// Hostile mails are opened in the real program, with every address in them leading to a listener of ours: nothing may call.
// And a page that was taken over by a script gets no further than its own screen.

const MAILS = join(import.meta.dirname, '../fixtures/hostile-html')

let desktop: Desktop
let dovecot: Dovecot
let smtp: TestSmtp
let canary: Server
let hits: string[]
let profile: Awaited<ReturnType<typeof makeProfile>>
let app: ElectronApplication
let window: Page

test.beforeEach(async () => {
  hits = []
  canary = createServer((request, response) => {
    hits.push(`${request.method} ${request.url}`)
    response.end()
  })
  await new Promise<void>((resolve) => canary.listen(0, '127.0.0.1', resolve))
  desktop = await startDesktop()
  dovecot = await Dovecot.start()
  smtp = await TestSmtp.start()
  profile = await makeProfile()
  const provision = join(profile.path, 'winkel.json')
  writeFileSync(provision, JSON.stringify(provisionFor(dovecot, smtp)))
  app = await startProgram(desktop, {
    profile: profile.path,
    args: [`--provision=${provision}`],
    env: { SHOP_PASSWORD: dovecot.password },
  })
  window = await mainWindow(app)
})

test.afterEach(async () => {
  await app.close()
  canary.close()
  await smtp.stop()
  await dovecot.stop()
  await desktop.stop()
  await profile.remove()
})

test('hostile mails fetch nothing, run nothing and go nowhere', async () => {
  const { port } = canary.address() as AddressInfo
  const home = `http://127.0.0.1:${port}`
  const bodies = readdirSync(MAILS).map((name) => readFileSync(join(MAILS, name), 'utf8').replaceAll('CANARY', home))
  expect(bodies.length).toBeGreaterThan(10)
  for (const [i, html] of bodies.entries()) await dovecot.deliver(hostileMail(i, html))
  await expect
    .poll(() => readReport(profile.path, 'SELECT id, subject FROM report_cases').length, { timeout: 30_000 })
    .toBe(bodies.length)
  // The listener works: otherwise its silence would say nothing.
  await fetch(`${home}/works`)
  expect(hits).toEqual(['GET /works'])
  const address = window.url().split('#')[0]
  for (const one of readReport(profile.path, 'SELECT id, subject FROM report_cases')) {
    await window.evaluate((id) => (location.hash = `#/case/${id}`), String(one['id']))
    await expect(window.getByRole('heading', { name: String(one['subject']) }).first()).toBeVisible()
    await window.getByRole('button', { name: 'Met opmaak tonen' }).first().click()
    // Its document is there, and so whatever it would fetch has been asked for.
    await expect(window.frameLocator('iframe').locator('body')).toBeAttached()
  }
  expect(hits).toEqual(['GET /works'])
  expect(window.url().split('#')[0]).toBe(address)
  expect(app.windows()).toHaveLength(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length))
  expect(await window.evaluate(() => (globalThis as { stolen?: boolean }).stolen)).toBeUndefined()
})

test('a page that was taken over reads no file, names no path, puts nothing in place and loads nothing', async () => {
  const { port } = canary.address() as AddressInfo
  const home = `http://127.0.0.1:${port}`
  const call = (name: string, input: unknown): Promise<unknown> =>
    window.evaluate(
      ([name, input]) =>
        (
          globalThis as unknown as { belofte: { call(name: string, input: unknown, actor: null): Promise<unknown> } }
        ).belofte.call(name, input, null),
      [name, input] as const,
    )
  const customerId = '0192f000-0000-7000-8000-00000000ffff'
  for (const [name, input] of [
    ['backup.choose', { path: '/etc/passwd' }],
    ['backup.set-folder', { path: '/tmp' }],
    ['backup.restore', { name: 'chosen', password: null }],
    ['privacy.export', { customerId }],
    ['privacy.erase', { customerId }],
    ['provision.apply', { provision: {} }],
    ['constructor', {}],
  ] as const) {
    expect(await call(name, input), name).toEqual({ ok: false, error: { code: 'unknown-call' } })
  }
  const tried = await window.evaluate(async (home) => {
    const outcome = async (work: () => unknown): Promise<string> => {
      try {
        await work()
        return 'done'
      } catch {
        return 'refused'
      }
    }
    return {
      file: await outcome(() => fetch('file:///etc/passwd')),
      ours: await outcome(async () => {
        const answer = await fetch('app://belofte/../../../../../etc/passwd')
        if (!answer.ok || (await answer.text()).includes('root:')) throw new Error('read')
      }),
      outside: await outcome(() => fetch(`${home}/fetch`)),
      evaluated: await outcome(() => Reflect.get(globalThis, 'eval')('1')),
      node: typeof (globalThis as { require?: unknown }).require + typeof (globalThis as { process?: unknown }).process,
      opened: globalThis.open(`${home}/open`) === null,
      asked: await outcome(() => navigator.mediaDevices.getUserMedia({ audio: true })),
    }
  }, home)
  expect(tried).toMatchObject({
    ...{ file: 'refused', outside: 'refused', evaluated: 'refused', asked: 'refused', opened: true },
    node: 'undefinedundefined',
  })
  const before = window.url()
  await window.evaluate((home) => void (location.href = `${home}/navigate`), home)
  // Asked of main: Playwright itself waits for a page that never comes.
  const shown = await app.evaluate(async ({ BrowserWindow }) => {
    const { webContents } = BrowserWindow.getAllWindows().find(
      (one) => !one.webContents.getURL().includes('phone-note'),
    )!
    return {
      url: webContents.getURL(),
      ready: (await webContents.executeJavaScript('document.documentElement.dataset.ready !== undefined')) as boolean,
    }
  })
  expect(shown).toEqual({ url: before, ready: true })
  expect(hits).toEqual([])
})

function hostileMail(i: number, html: string): string {
  return [
    `From: Klant ${i} <klant${i}@klant.test>`,
    'To: info@winkel.test',
    `Subject: Vijandig ${i}`,
    `Message-ID: <vijandig-${i}@klant.test>`,
    `Date: ${new Date().toUTCString()}`,
    'MIME-Version: 1.0',
    'Content-Type: text/html; charset=utf-8',
    '',
    html,
    '',
  ].join('\r\n')
}
