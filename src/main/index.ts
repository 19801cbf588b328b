import { Menu, app } from 'electron'
import { homedir } from 'node:os'
import { join } from 'node:path'
import type { Provision } from '../shared/contract/provision.ts'
import { complain } from './complain.ts'
import { EXIT } from './exit-codes.ts'
import { ownArguments, parseFlags } from './flags.ts'
import type { Flags } from './flags.ts'
import { languageOfSystem } from './language.ts'
import { createLog } from './log.ts'
import { defaultProfile, prepareProfile, profileFolder } from './profile.ts'
import { runProgram } from './program.ts'
import type { Program } from './program.ts'
import { registerAppScheme } from './protocol.ts'

// Main's beginning: what the command line asks for, one program per profile, then everything else (program.ts).
// What a failed or unusual start needs is imported only then. Exit codes: exit-codes.ts.

/** What a second start tells the first one. */
type Handover = Pick<Flags, 'hidden' | 'phoneNote'>

const refusals = () => import('./refusals.ts')
const parsed = parseFlags(ownArguments(process.argv, app.getAppPath(), app.isPackaged), process.cwd())
if (parsed.ok) begin(parsed.value)
else void refusals().then(({ refuseFlags }) => refuseFlags(parsed.error))

function begin(flags: Flags): void {
  const profile = profileFolder(flags, defaultProfile(process.platform, process.env, homedir()))
  // It would take the switch back that root (a server, CI) can't start without; windows ask for their sandbox anyway.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
  // Ours comes when it has words; Electron's own would be built for nothing.
  Menu.setApplicationMenu(null)
  registerAppScheme()
  // Windows shows notifications only of programs that it knows by this name (electron-builder.yml).
  app.setAppUserModelId('nl.belofte.desktop')

  const prepared = prepareProfile(profile)
  if (!prepared.ok)
    return void refusals().then(({ refuseStart }) => refuseStart(prepared.error, profile, isAttended(flags)))

  // The lock is on this folder: one program per profile. Chromium's own files stay out of sight in it.
  app.setPath('userData', join(profile, 'window'))
  const handover: Handover = { hidden: flags.hidden, phoneNote: flags.phoneNote }
  if (!app.requestSingleInstanceLock({ ...handover })) return handedOver(flags, profile)

  const log = createLog(profile)
  process.on('uncaughtException', (error) => log.error('uncaught', error))
  process.on('unhandledRejection', (error) => log.error('unhandled', error))
  log.info(`Belofte ${app.getVersion()} on ${process.platform}, Electron ${process.versions.electron}`)

  let program: Program | null = null
  app.on('second-instance', (_event, _argv, _folder, asked) => program?.startedAgain(asked as Handover))
  const provision = flags.provision === null ? null : readProvision(flags.provision)
  // Never awaited at the top: Electron gets ready only after this module has been evaluated.
  void app.whenReady().then(async () => {
    program = runProgram({ flags, profile, provision: await provision, attended: isAttended(flags), log })
  })
}

/** Ends the program with a sentence for each wrong field before anything was touched. */
async function readProvision(file: string): Promise<Provision> {
  const [{ readProvision }, { wordsIn }] = await Promise.all([import('./provision.ts'), import('./words.ts')])
  const language = languageOfSystem(app.getPreferredSystemLanguages())
  const t = wordsIn(language)
  const read = await readProvision(file, process.env, { language, t })
  if (read.ok) return read.value
  complain([t('desktop:provision.refused', { file }), ...read.error].join('\n  '))
  app.exit(EXIT.provision)
  return new Promise(() => undefined)
}

function handedOver(flags: Flags, profile: string): void {
  // A file to set up from, or pictures, can't be handed over.
  if (flags.provision === null && flags.screenshot === null) app.exit(EXIT.normal)
  else void refusals().then(({ refuseSecondStart }) => refuseSecondStart(profile))
}

/** Whether somebody may be looking at the screen, waiting for it to start. */
function isAttended({ hidden, provision, screenshot }: Flags): boolean {
  const unattended = process.env['BELOFTE_UNATTENDED'] === '1' || process.stderr.isTTY
  return !unattended && !hidden && provision === null && screenshot === null
}
