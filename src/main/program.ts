import { app } from 'electron'
import { homedir } from 'node:os'
import { join } from 'node:path'
import type { Provision } from '../shared/contract/provision.ts'
import { runEngine } from './engine-process.ts'
import type { EngineProcess } from './engine-process.ts'
import { EXIT } from './exit-codes.ts'
import { ownArguments, relaunchArguments } from './flags.ts'
import type { Flags } from './flags.ts'
import { languageOfSystem } from './language.ts'
import type { Log } from './log.ts'
import { ORIGIN } from './page-address.ts'
import { defaultProfile, otherBusiness } from './profile.ts'
import { serveApp } from './protocol.ts'
import type { SecretStore } from './secrets.ts'
import { buildWalls } from './security.ts'
import type { Surroundings } from './surroundings.ts'
import { openMemory } from './window-memory.ts'
import { answerWindows } from './windows-calls.ts'
import { createWindows } from './windows.ts'
import type { Windows } from './windows.ts'

export interface Program {
  /** Somebody started Belofte again with this profile. */
  startedAgain(asked: Pick<Flags, 'hidden' | 'phoneNote'>): void
}

export interface ProgramOptions {
  readonly flags: Flags
  readonly profile: string
  /** To be applied before anything is shown. */
  readonly provision: Provision | null
  /** Somebody may be looking at the screen. */
  readonly attended: boolean
  readonly log: Log
}

/** The same made-up business at every start. */
const PRACTICE_SEED = 1
/** The first screen fills first; what surrounds the window follows so many milliseconds after its first picture. */
const SURROUNDINGS_LATER = 1_000
/** A second window takes a whole process to make: after all else is there. */
const PHONE_NOTE_LATER = 2_000

/** Wires everything, once the app is ready and this is the only start with `profile`. */
export function runProgram({ flags, profile, provision, attended, log }: ProgramOptions): Program {
  const devServer = app.isPackaged ? null : (process.env['ELECTRON_RENDERER_URL'] ?? null)
  const resources = join(app.getAppPath(), 'resources')
  const icons = join(resources, 'icons')
  const systemLanguage = languageOfSystem(app.getPreferredSystemLanguages())
  const practice = flags.demo === null ? null : { cases: flags.demo, seed: PRACTICE_SEED }
  const memory = openMemory(join(profile, 'window.json'))
  const secrets = once(() => loadSecrets(profile, log))
  let surroundings: Surroundings | null = null
  let everUp = false

  buildWalls(devServer, log)
  serveApp(join(import.meta.dirname, '../renderer'))

  // The engine and the first window start side by side.
  const engine = runEngine({
    start: { kind: 'start', profile, resources, practice },
    secrets,
    onUp() {
      surroundings?.engineUp()
      if (!everUp) void firstUp()
      everUp = true
    },
    onState: (state) => windows.tell('desktop.engine', state),
    onRefused: async (failure) => (await import('./refusals.ts')).refuseStart(failure, profile, attended),
    log,
  })
  const windows = createWindows({
    page: devServer ?? `${ORIGIN}/index.html`,
    icon: join(icons, 'icon.png'),
    memory,
    devTools: !app.isPackaged,
    onMainClosing: (window) => (surroundings === null ? app.quit() : surroundings.keepOn(window)),
    onFirstShow() {
      // Pictures show the screens, not what this machine lacks.
      if (flags.screenshot === null) setTimeout(loadSurroundings, SURROUNDINGS_LATER)
    },
    log,
  })
  answerWindows({
    engine,
    windows,
    devServer,
    services: {
      info: { version: app.getVersion(), profile, practice: practice !== null, platform: platform(), systemLanguage },
      client: engine.client,
      windows,
      log,
      language: () => surroundings?.speech.language ?? systemLanguage,
      openPhoneNote: (number) => windows.openPhoneNote(number),
      switchPractice: (toPractice) => startOther(profile, toPractice),
      testNotification: async () => (await loadSurroundings()).testNotification(),
    },
    log,
  })

  const loadSurroundings = once(async () => {
    const { surround } = await import('./surroundings.ts')
    surroundings = await surround({ engine, windows, memory, icons, practice: practice !== null, systemLanguage, log })
    if (everUp) surroundings.engineUp()
    setTimeout(() => windows.warmAhead(), PHONE_NOTE_LATER)
    return surroundings
  })

  function openWindows(): void {
    if (flags.phoneNote !== null) windows.openPhoneNote(flags.phoneNote.number)
    if (flags.hidden || flags.phoneNote !== null) void loadSurroundings()
    else windows.showMain()
  }

  /** Provisioning and pictures wait for the engine; everything else doesn't. */
  async function firstUp(): Promise<void> {
    if (provision !== null) {
      const applied = await engine.client.call('provision.apply', { provision })
      if (!applied.ok) {
        await engine.stop()
        return (await import('./refusals.ts')).refuseProvision(applied.error)
      }
      openWindows()
    }
    if (flags.screenshot !== null) await takePictures(flags.screenshot, windows, engine)
  }

  quitInOrder(engine, windows)
  if (provision === null && flags.screenshot === null) openWindows()
  return {
    startedAgain({ hidden, phoneNote }) {
      if (phoneNote !== null) windows.openPhoneNote(phoneNote.number)
      else if (!hidden) windows.showMain()
    },
  }
}

const platform = (): 'linux' | 'darwin' | 'win32' =>
  process.platform === 'darwin' || process.platform === 'win32' ? process.platform : 'linux'

function once<T>(work: () => Promise<T>): () => Promise<T> {
  let result: Promise<T> | null = null
  return () => (result ??= work())
}

async function loadSecrets(profile: string, log: Log): Promise<SecretStore> {
  const [{ openSecrets }, { keyStore }] = await Promise.all([import('./secrets.ts'), import('./key-store.ts')])
  return openSecrets(join(profile, 'secrets.json'), keyStore, log)
}

async function takePictures(folder: string, windows: Windows, engine: EngineProcess): Promise<void> {
  const [{ takeScreenshots }, { complain }] = await Promise.all([import('./screenshots.ts'), import('./complain.ts')])
  let code: number = EXIT.normal
  try {
    const { files, missing } = await takeScreenshots(folder, windows, engine.client)
    process.stdout.write(`${files.join('\n')}\n`)
    missing.forEach(complain)
    if (missing.length > 0) code = EXIT.screenshots
  } catch (error) {
    complain(error instanceof Error ? error.message : String(error))
    code = EXIT.screenshots
  }
  await engine.stop()
  app.exit(code)
}

/** Starts again with the practice business, or from there with the real one. */
function startOther(profile: string, toPractice: boolean): void {
  const standard = defaultProfile(process.platform, process.env, homedir())
  const own = ownArguments(process.argv, app.getAppPath(), app.isPackaged)
  const args = relaunchArguments(process.argv, own, otherBusiness(profile, standard, toPractice))
  // An AppImage is unpacked to a place that is gone by then.
  app.relaunch({ args, execPath: process.env['APPIMAGE'] ?? process.execPath })
  app.quit()
}

/** Windows hide instead of closing until the program quits; the engine then gets the time to finish what it is doing. */
function quitInOrder(engine: EngineProcess, windows: Windows): void {
  app.on('activate', () => windows.showMain())
  // Without a listener Electron would quit here.
  app.on('window-all-closed', () => undefined)
  app.on('before-quit', () => windows.letGo())
  app.on('will-quit', (event) => {
    event.preventDefault()
    // Every window is closed by now. Asking to quit a second time would go round once more, and anything could hold it up.
    void engine.stop().then(() => app.exit(EXIT.normal))
  })
}
