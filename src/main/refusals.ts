import { app, dialog } from 'electron'
import type { Failure } from '../shared/contract/failure.ts'
import type { Language } from '../shared/domain/people.ts'
import { assertNever } from '../shared/domain/result.ts'
import { complain } from './complain.ts'
import { EXIT, exitCodeOf } from './exit-codes.ts'
import type { FlagProblem } from './flags.ts'
import { languageOfSystem } from './language.ts'
import { wordFailure, wordsIn } from './words.ts'
import type { Words } from './words.ts'

// Starts that end before they began: a sentence, then an exit code. Nothing has been touched.

/** How long a dialog waits for somebody to read it, in milliseconds. Nobody may be there. */
const READING_TIME = 20_000

const systemLanguage = (): Language => languageOfSystem(app.getPreferredSystemLanguages())
const systemWords = (): Words => wordsIn(systemLanguage())

export function refuseFlags(problem: FlagProblem): void {
  const t = systemWords()
  complain(`${flagSentence(problem, t)}\n${t('desktop:flags.known')}`)
  app.exit(EXIT.flags)
}

function flagSentence(problem: FlagProblem, t: Words): string {
  switch (problem.kind) {
    case 'unknown':
      return t('desktop:flags.unknown', { flag: problem.flag })
    case 'needs-value':
      return t('desktop:flags.needsValue', { flag: problem.flag })
    case 'takes-no-value':
      return t('desktop:flags.takesNoValue', { flag: problem.flag })
    case 'not-a-number':
      return t('desktop:flags.notANumber', { flag: problem.flag, value: problem.value })
    case 'needs-demo':
      return t('desktop:flags.needsDemo', { flag: problem.flag })
    default:
      return assertNever(problem)
  }
}

/** A file can't be handed to the program that is already running with this profile. */
export function refuseSecondStart(profile: string): void {
  complain(systemWords()('desktop:start.running', { profile }))
  app.exit(EXIT.running)
}

/** The engine did not take what the file says, such as a password that can't be kept here. */
export function refuseProvision(failure: Failure): void {
  complain(systemWords()('desktop:provision.failed', { problem: wordFailure(failure, systemLanguage()) }))
  app.exit(EXIT.provision)
}

/**
 * Says why Belofte can't start: on standard error, and in a dialog unless nobody is there to see it. Ends the program, unless a
 * person chose to start with a backup instead: then its name.
 */
export async function refuseStart(failure: Failure, profile: string, attended: boolean): Promise<string | null> {
  const t = systemWords()
  const sentence = startSentence(failure, profile, t)
  const chosen = attended ? await chooseRescue(failure, sentence, t) : null
  if (chosen !== null) return chosen
  complain(sentence)
  if (attended && failure.detail?.['backup'] === undefined) {
    await app.whenReady()
    // Not AbortSignal.timeout: its timer doesn't wake an idle program.
    const unread = new AbortController()
    setTimeout(() => unread.abort(), READING_TIME)
    const { signal } = unread
    await dialog.showMessageBox({
      type: 'error',
      title: 'Belofte',
      message: t('desktop:start.title'),
      detail: sentence,
      signal,
    })
  }
  app.exit(exitCodeOf(failure.code))
  return null
}

/** A sound backup was found: says what it lacks, and lets a person choose it. Null when there is none, or it was not chosen. */
async function chooseRescue(failure: Failure, sentence: string, t: Words): Promise<string | null> {
  const { backup, backupAt } = failure.detail ?? {}
  if (typeof backup !== 'string' || typeof backupAt !== 'number') return null
  await app.whenReady()
  const moment = new Intl.DateTimeFormat(systemLanguage(), { dateStyle: 'full', timeStyle: 'short' }).format(backupAt)
  const { response } = await dialog.showMessageBox({
    type: 'error',
    title: 'Belofte',
    message: t('desktop:rescue.title', { moment }),
    detail: `${sentence}\n\n${t('desktop:rescue.what', { moment })}`,
    buttons: [t('desktop:rescue.restore'), t('desktop:rescue.quit')],
    defaultId: 0,
    cancelId: 1,
    noLink: true,
  })
  return response === 0 ? backup : null
}

function startSentence(failure: Failure, profile: string, t: Words): string {
  const file = String(failure.detail?.['file'] ?? profile)
  switch (failure.code) {
    case 'profile-not-writable':
      return t('desktop:start.profileNotWritable', { profile })
    case 'database-newer':
      return t('desktop:start.databaseNewer', { file })
    case 'database-damaged':
      return t('desktop:start.databaseDamaged', { file })
    case 'database-busy':
      return t('desktop:start.databaseBusy', { file })
    case 'disk-full':
      return t('desktop:start.diskFull', { profile })
    default:
      return t('desktop:start.other', { problem: wordFailure(failure, systemLanguage()), profile })
  }
}
