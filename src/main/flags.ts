import { isAbsolute, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { fail, ok } from '../shared/domain/result.ts'
import type { Result } from '../shared/domain/result.ts'

/** What the command line asks for. Documented in docs/architecture.md; kept stable. */
export interface Flags {
  /** The folder that holds everything; null for the system's own place. */
  readonly profile: string | null
  /** How many cases the practice business gets; null for the real business. */
  readonly demo: number | null
  /** A JSON file to set up from. */
  readonly provision: string | null
  readonly hidden: boolean
  /** Open the phone note, with this number when it is known; null when not asked for. */
  readonly phoneNote: { readonly number: string | null } | null
  /** Folder for pictures of the main screens. */
  readonly screenshot: string | null
}

export type FlagProblem =
  | { readonly kind: 'unknown'; readonly flag: string }
  | { readonly kind: 'needs-value'; readonly flag: string }
  | { readonly kind: 'takes-no-value'; readonly flag: string }
  | { readonly kind: 'not-a-number'; readonly flag: string; readonly value: string }
  | { readonly kind: 'needs-demo'; readonly flag: string }

/** As many as a practice business shows its screens with. */
const DEMO_CASES = 60
const MOST_DEMO_CASES = 1_000_000

const OPTIONS = {
  profile: { type: 'string' },
  demo: { type: 'boolean' },
  provision: { type: 'string' },
  hidden: { type: 'boolean' },
  'phone-note': { type: 'boolean' },
  screenshot: { type: 'string' },
} as const

// Switches of Chromium, Electron and their drivers that may stand among ours: the system adds some of them by itself.
const NOT_OURS = [
  /^--(no-sandbox|disable-gpu|disable-dev-shm-usage|disable-setuid-sandbox|no-zygote)$/,
  /^--(remote-debugging-port|remote-debugging-pipe|inspect|inspect-brk|log-level|enable-logging|js-flags)(=|$)/,
  /^--(password-store|lang|ozone-platform|ozone-platform-hint|force-device-scale-factor|class)=/,
  /^--(enable-features|disable-features|original-process-start-time)=/,
  /^--(allow-file-access-from-files|updated|force-run)$/,
  /^-psn_/,
]

/**
 * The arguments meant for the app. In a package those are all but the program itself; in development everything after
 * the app's folder, since what stands before it is Electron's and Chromium's.
 */
export function ownArguments(argv: readonly string[], appPath: string, packaged: boolean): string[] {
  const rest = argv.slice(1)
  if (packaged) return rest
  const named = rest.findIndex((argument) => !argument.startsWith('-') && resolve(argument) === appPath)
  const folder = named === -1 ? rest.findIndex((argument) => !argument.startsWith('-')) : named
  return rest.slice(folder + 1)
}

/** The arguments for starting again with `next` in place of our own flags; Chromium's switches stay. */
export function relaunchArguments(argv: readonly string[], own: readonly string[], next: readonly string[]): string[] {
  const before = argv.slice(1, argv.length - own.length)
  return [...before, ...own.filter(isNotOurs), ...next]
}

const isNotOurs = (argument: string): boolean => NOT_OURS.some((pattern) => pattern.test(argument))

/** Folders and files are resolved against `cwd`. An unknown flag is a problem, since a typo must not open the real business. */
export function parseFlags(args: readonly string[], cwd: string): Result<Flags, FlagProblem> {
  const ours = args.filter((argument) => !isNotOurs(argument))
  const { tokens } = parseArgs({ args: ours, options: OPTIONS, strict: false, allowPositionals: true, tokens: true })
  const given = new Map<string, string | null>()
  for (const token of tokens) {
    if (token.kind === 'positional') return fail({ kind: 'unknown', flag: token.value })
    if (token.kind === 'option-terminator') continue
    const problem = problemOf(token.name, token.rawName, token.value)
    if (problem !== null) return fail(problem)
    given.set(token.name, token.value ?? null)
  }
  if (given.has('screenshot') && !given.has('demo')) return fail({ kind: 'needs-demo', flag: '--screenshot' })

  const path = (name: string): string | null => absolute(given.get(name) ?? null, cwd)
  return ok({
    profile: path('profile'),
    demo: given.has('demo') ? Number(given.get('demo') ?? DEMO_CASES) : null,
    provision: path('provision'),
    hidden: given.has('hidden'),
    phoneNote: given.has('phone-note') ? { number: phoneNumber(given.get('phone-note') ?? null) } : null,
    screenshot: path('screenshot'),
  })
}

function problemOf(name: string, rawName: string, value: string | undefined): FlagProblem | null {
  if (!Object.hasOwn(OPTIONS, name)) return { kind: 'unknown', flag: rawName }
  const flag = `--${name}`
  if (OPTIONS[name as keyof typeof OPTIONS].type === 'string') {
    return value === undefined || value === '' || value.startsWith('-') ? { kind: 'needs-value', flag } : null
  }
  if (value === undefined) return null
  if (name === 'hidden') return { kind: 'takes-no-value', flag }
  if (name === 'demo' && !(/^\d+$/.test(value) && Number(value) >= 1 && Number(value) <= MOST_DEMO_CASES)) {
    return { kind: 'not-a-number', flag, value }
  }
  return null
}

function absolute(path: string | null, cwd: string): string | null {
  return path === null || isAbsolute(path) ? path : resolve(cwd, path)
}

/** A softphone hands over what it has: `tel:` links, or nothing when the caller hides the number. */
function phoneNumber(value: string | null): string | null {
  const number = (value ?? '')
    .replace(/^tel:/i, '')
    .replace(/\p{Cc}/gu, '')
    .trim()
    .slice(0, 100)
  return number === '' ? null : number
}
