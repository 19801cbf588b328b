import { nativeTheme } from 'electron'
import type { BrowserWindow } from 'electron'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { CallName, InputOf, OutputOf } from '../shared/contract/index.ts'
import type { Destination } from '../shared/contract/desktop.ts'
import type { Language } from '../shared/domain/people.ts'
import type { EngineClient } from './engine-client.ts'
import type { Windows } from './windows.ts'

const SIZE = { width: 1280, height: 800 }
/** A page that hasn't shown its data by then never will, in milliseconds. */
const PATIENCE = 15_000
/** A caret that blinks never settles. */
const MOST_LOOKS = 6

interface Pictures {
  readonly files: readonly string[]
  readonly missing: readonly string[]
}

interface Shot {
  readonly name: string
  readonly destination: Destination
  /** What the page says in `data-ready` when its data is on screen. */
  readonly ready: string
}

/**
 * Writes a picture of each main screen of the practice business, in both languages, to `folder`: the files, and a
 * sentence for each screen that did not come. Rejects when the engine doesn't answer or the folder can't be written to.
 */
export async function takeScreenshots(folder: string, windows: Windows, client: EngineClient): Promise<Pictures> {
  nativeTheme.themeSource = 'light'
  await mkdir(folder, { recursive: true })
  const { calendar: _calendar, set: _set, ...business } = await ask(client, 'business.get', {})
  const files: string[] = []
  const missing: string[] = []
  const capture = async (window: BrowserWindow, language: Language, name: string, ready: string): Promise<void> => {
    const shown = await waitFor(window, language, ready)
    // The tour would stand in every picture.
    await window.webContents.insertCSS('[data-tour] { display: none !important }', { cssOrigin: 'user' })
    if (shown !== true) missing.push(`${name} (${language}) did not come; the page says: ${shown}`)
    const file = join(folder, `${name}-${language}.png`)
    await writeFile(file, await settledPicture(window))
    files.push(file)
  }
  // The same screen in the dark, and enlarged for eyes that need it.
  const captureVariants = async (window: BrowserWindow, language: Language, name: string): Promise<void> => {
    const shoot = async (variant: string): Promise<void> => {
      const file = join(folder, `${name}-${language}-${variant}.png`)
      await writeFile(file, await settledPicture(window))
      files.push(file)
    }
    nativeTheme.themeSource = 'dark'
    await shoot('dark')
    nativeTheme.themeSource = 'light'
    const zoom = window.webContents.getZoomFactor()
    window.webContents.setZoomFactor(1.5)
    await shoot('150')
    window.webContents.setZoomFactor(zoom)
  }

  windows.showMain()
  windows.main?.setSize(SIZE.width, SIZE.height)
  for (const language of ['nl', 'en'] as const) {
    await ask(client, 'business.save', { ...business, screenLanguage: language })
    const { shots, number } = await plan(client)
    for (const { name, destination, ready } of shots) {
      windows.go(destination)
      await capture(windows.main!, language, name, ready)
      await captureVariants(windows.main!, language, name)
    }
    windows.openPhoneNote(number)
    await capture(windows.warmPhoneNote(), language, 'phone-note', 'phone-note')
    await captureVariants(windows.warmPhoneNote(), language, 'phone-note')
  }
  await ask(client, 'business.save', business)
  return { files, missing }
}

async function plan(client: EngineClient): Promise<{ shots: readonly Shot[]; number: string | null }> {
  const filter = { ownerId: null, channel: null, kind: null }
  const { rows } = await ask(client, 'queue.page', { section: null, filter, cursor: null, limit: 50 })
  const mails = rows.filter(({ channel }) => channel === 'mail')
  // A customer who came back shows more of a case than one who wrote once.
  const read = mails.find(({ cameBack }) => cameBack > 0) ?? mails[0]
  // Another one is answered, since a case stays open at its draft.
  const answered = mails.find((row) => row !== read)
  const places = (['today', 'queue', 'outbox', 'overview', 'settings'] as const).map((screen) => ({
    name: screen,
    destination: { screen },
    ready: screen,
  }))
  if (read === undefined || answered === undefined) return { shots: places, number: null }
  const { customer } = await ask(client, 'case.get', { caseId: read.caseId })
  return {
    shots: [
      ...places,
      { name: 'case', destination: { screen: 'case', caseId: read.caseId }, ready: `case:${read.caseId}` },
      {
        name: 'compose',
        destination: { screen: 'case', caseId: answered.caseId, compose: true },
        ready: `compose:${answered.caseId}`,
      },
    ],
    number: customer.phones[0] ?? null,
  }
}

/** A busy PC may still hand over the frame before: the picture is taken when it stays the same. */
async function settledPicture({ webContents }: BrowserWindow): Promise<Buffer> {
  let picture = (await webContents.capturePage()).toPNG()
  for (let looks = 0; looks < MOST_LOOKS; looks += 1) {
    await webContents.executeJavaScript(
      'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))',
    )
    const next = (await webContents.capturePage()).toPNG()
    if (next.equals(picture)) return picture
    picture = next
  }
  return picture
}

/** True once the page shows `ready` in `language`, else what it shows instead. */
export async function waitFor(
  { webContents }: BrowserWindow,
  language: Language,
  ready: string,
): Promise<true | string> {
  const wanted: Wanted = { language, ready, patience: PATIENCE }
  return webContents.executeJavaScript(`(${waitUntilShown.toString()})(${JSON.stringify(wanted)})`)
}

interface Wanted {
  readonly language: Language
  readonly ready: string
  /** Milliseconds. */
  readonly patience: number
}

/** Runs in the page: true once it shows `ready` in `language` and is painted, else what it shows instead. */
function waitUntilShown({ language, ready, patience }: Wanted): Promise<true | string> {
  const root = document.documentElement
  const painted = async (): Promise<true> => {
    await document.fonts.ready
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
    const ending = document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity)
    await Promise.all(ending.map(({ finished }) => finished.catch(() => undefined)))
    return true
  }
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(`${root.lang} ${root.dataset['ready'] ?? '-'}`), patience)
    const look = (): void => {
      if (root.lang !== language || root.dataset['ready'] !== ready) return
      observer.disconnect()
      clearTimeout(timer)
      void painted().then(resolve)
    }
    const observer = new MutationObserver(look)
    observer.observe(root, { attributes: true })
    look()
  })
}

async function ask<N extends CallName>(client: EngineClient, name: N, input: InputOf<N>): Promise<OutputOf<N>> {
  const result = await client.call(name, input)
  if (!result.ok) throw new Error(`${name}: ${result.error.code}`)
  return result.value
}
