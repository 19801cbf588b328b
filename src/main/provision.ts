import { open } from 'node:fs/promises'
import { en, nl } from 'zod/locales'
import { provisionInput } from '../shared/contract/provision.ts'
import type { Provision } from '../shared/contract/provision.ts'
import type { Language } from '../shared/domain/people.ts'
import { fail, ok } from '../shared/domain/result.ts'
import type { Result } from '../shared/domain/result.ts'
import type { Words } from './words.ts'

// Setting up from a file. It is checked as a whole before anything happens; what is wrong is said with the path of its field.

/** A hundred staff and twenty mailboxes fit many times. */
const LARGEST = 1024 * 1024
const MOST_PROBLEMS = 20

interface Speaker {
  readonly language: Language
  readonly t: Words
}

/** Reads and checks `file` and fills in the passwords that it names by environment variable. Fails with sentences. */
export async function readProvision(
  file: string,
  env: NodeJS.ProcessEnv,
  speaker: Speaker,
): Promise<Result<Provision, readonly string[]>> {
  const text = await readBounded(file)
  if (!text.ok) {
    const { t } = speaker
    return fail([text.error === 'too-large' ? t('desktop:provision.tooLarge') : t('desktop:provision.unreadable')])
  }
  return parseProvision(text.value, env, speaker)
}

async function readBounded(file: string): Promise<Result<string, 'unreadable' | 'too-large'>> {
  try {
    const handle = await open(file, 'r')
    try {
      const buffer = Buffer.alloc(LARGEST + 1)
      const { bytesRead } = await handle.read(buffer, 0, buffer.length, 0)
      return bytesRead > LARGEST ? fail('too-large') : ok(buffer.toString('utf8', 0, bytesRead))
    } finally {
      await handle.close()
    }
  } catch {
    return fail('unreadable')
  }
}

export function parseProvision(
  text: string,
  env: NodeJS.ProcessEnv,
  { language, t }: Speaker,
): Result<Provision, readonly string[]> {
  const json = parseJson(text.replace(/^\uFEFF/, '').trimEnd())
  if (!json.ok) return fail([t('desktop:provision.notJson', { line: json.error.line, problem: json.error.problem })])

  const { localeError } = language === 'nl' ? nl() : en()
  const parsed = provisionInput.safeParse(json.value, { error: localeError, reportInput: true })
  if (!parsed.success) {
    const sentences = parsed.error.issues.flatMap((issue) => {
      // A key that doesn't exist is itself the wrong field.
      if (issue.code !== 'unrecognized_keys') return [{ path: issue.path, problem: problemIn(issue, t) }]
      return issue.keys.map((key) => ({ path: [...issue.path, key], problem: t('desktop:provision.unknownField') }))
    })
    return fail(sentences.slice(0, MOST_PROBLEMS).map(({ path, problem }) => `${fieldPath(path)}: ${problem}`))
  }
  return withPasswords(parsed.data, env, t)
}

function parseJson(text: string): Result<unknown, { readonly line: number; readonly problem: string }> {
  try {
    return ok(JSON.parse(text))
  } catch (error) {
    const problem = error instanceof Error ? error.message : ''
    const position = /at position (\d+)/.exec(problem)?.[1]
    // Without a position it is the end that is missing.
    const before = position === undefined ? text : text.slice(0, Number(position))
    // What follows the first comma quotes the file, which may hold passwords.
    return fail({ line: before.split('\n').length, problem: problem.split(/,? (?:in JSON|"|\.\.\.)/)[0]! })
  }
}

function withPasswords(provision: Provision, env: NodeJS.ProcessEnv, t: Words): Result<Provision, readonly string[]> {
  const missing: string[] = []
  const mailboxes = provision.mailboxes?.map(({ passwordEnv, ...mailbox }, index) => {
    if (passwordEnv === undefined) return mailbox
    const password = env[passwordEnv]
    if (password === undefined || password === '') {
      missing.push(`mailboxes[${index}].passwordEnv: ${t('desktop:provision.noSuchVariable', { name: passwordEnv })}`)
    }
    return { ...mailbox, password: password ?? '' }
  })
  if (missing.length > 0) return fail(missing)
  return ok(mailboxes === undefined ? provision : { ...provision, mailboxes })
}

/** As one writes it in a program: mailboxes[0].imap.port */
function fieldPath(path: readonly PropertyKey[]): string {
  const written = path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`)).join('')
  return written.replace(/^\./, '') || '.'
}

/** zod's sentence, or ours where it has none in this language. */
function problemIn({ message, input }: { readonly message: string; readonly input?: unknown }, t: Words): string {
  if (input === undefined) return t('desktop:provision.missing')
  switch (message) {
    case 'closes before it opens':
      return t('desktop:provision.closesBeforeItOpens')
    case 'blocks overlap or are out of order':
      return t('desktop:provision.blocksOverlap')
    case 'unknown time zone':
      return t('desktop:provision.unknownZone')
    case 'two capital letters, such as NL':
      return t('desktop:provision.country')
    case 'give either password or passwordEnv':
      return t('desktop:provision.onePassword')
    default:
      return message
  }
}
