// The last stage of `npm test`: packages the program, reads its fuses back, looks what is inside, and runs it.
import { promises as fs } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { needsVirtualDisplay, startVirtualDisplay } from './display.mjs'
import { provideElectron } from './electron.mjs'
import { electronEnv, electronFlags } from './open-app.mjs'
import { packagedExecutable, packageProgram } from './package-program.mjs'
import { packageCommand, run, runTool } from './run.mjs'
import { Problem, say } from './say.mjs'

/** What electron-builder.yml asks for: name of the fuse → on or off. */
const FUSES = {
  RunAsNode: false,
  EnableCookieEncryption: true,
  EnableNodeOptionsEnvironmentVariable: false,
  EnableNodeCliInspectArguments: false,
  EnableEmbeddedAsarIntegrityValidation: true,
  OnlyLoadAppFromAsar: true,
  LoadBrowserProcessSpecificV8Snapshot: false,
  GrantFileProtocolExtraPrivileges: false,
}
const START_LIMIT = 120_000

export async function packageAndCheck() {
  await packageProgram(await provideElectron())
  const executable = packagedExecutable()
  const wrong = wrongFuses((await readFuses(executable)).stdout)
  if (wrong.length > 0)
    throw new Problem(`Fuses of the packaged program are not as they should be: ${wrong.join(', ')}.`)
  await checkContents(executable)
  await takePictures(executable)
}

function readFuses(executable) {
  return runTool(packageCommand('@electron/fuses'), ['read', '--app', executable], {
    quiet: true,
    env: { NO_COLOR: '1', FORCE_COLOR: '0' },
  })
}

export function wrongFuses(output) {
  return Object.entries(FUSES)
    .filter(([name, on]) => !new RegExp(`\\b${name} is ${on ? 'Enabled' : 'Disabled'}`).test(output))
    .map(([name]) => name)
}

/** Sources, tests and the fallback's default app must not travel along. */
async function checkContents(executable) {
  const resources =
    process.platform === 'darwin'
      ? path.join(path.dirname(executable), '..', 'Resources')
      : path.join(path.dirname(executable), 'resources')
  const beside = (await fs.readdir(resources)).filter((name) => name === 'app' || name === 'default_app.asar')
  const list = await runTool(packageCommand('@electron/asar'), ['list', path.join(resources, 'app.asar')], {
    quiet: true,
  })
  const strangers = [...beside, ...strangeFiles(list.stdout)]
  if (strangers.length > 0)
    throw new Problem(`The package holds files that do not belong in it: ${strangers.slice(0, 10).join(', ')}.`)
}

export function strangeFiles(listing) {
  const allowed =
    /^\/(package\.json|out|out\/.*|resources|resources\/.*|node_modules|node_modules\/better-sqlite3(\/.*)?)$/
  const names = listing.split(/\r?\n/).map((line) => line.trim().replaceAll('\\', '/'))
  return names.filter((name) => name !== '' && (!allowed.test(name) || /\.(map|ts|tsx|cpp|c|h)$/.test(name)))
}

/** Fuses keep test tools out of the packaged program, so it shows by itself that it works. */
async function takePictures(executable) {
  const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'belofte-package-'))
  const display = needsVirtualDisplay() ? await startVirtualDisplay() : undefined
  try {
    const pictures = path.join(folder, 'pictures')
    const flags = electronFlags({ virtualDisplay: Boolean(display) })
    const args = [...flags, '--demo', `--profile=${path.join(folder, 'profile')}`, `--screenshot=${pictures}`]
    const result = await run(executable, args, { quiet: true, env: electronEnv(display?.env), timeout: START_LIMIT })
    const made = (await fs.readdir(pictures).catch(() => [])).filter((name) => name.endsWith('.png'))
    if (result.code === 0 && made.length > 0)
      return say(`The packaged program made ${made.length} pictures of its screens.`)
    process.stderr.write(`${result.stdout}${result.stderr}`)
    throw new Problem(
      `The packaged program did not work: ${result.timedOut ? 'it did not end in time' : `exit code ${result.code}`}, ${made.length} pictures.`,
    )
  } finally {
    display?.stop()
    await fs.rm(folder, { recursive: true, force: true })
  }
}
