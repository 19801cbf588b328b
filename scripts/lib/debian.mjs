// System packages. Installed when we may (Debian-like, as root); otherwise named in one command to copy.
import { existsSync } from 'node:fs'
import { run } from './run.mjs'
import { Problem, say, ticker } from './say.mjs'

// Names with a bar: newer releases renamed the package; the first that the machine knows is taken.
export const SHELL_PACKAGES = [
  'libgtk-3-0t64|libgtk-3-0',
  'libnss3',
  'libasound2t64|libasound2',
  'libgbm1',
  'libxss1',
  'libnotify4',
  'libsecret-1-0',
]
export const DISPLAY_PACKAGES = ['xvfb']
export const TEST_PACKAGES = ['dbus', 'gnome-keyring', 'dunst', 'dovecot-imapd', 'poppler-utils']

/** 'install' when missing packages may be installed, 'name' when they can only be named, 'none' without apt. */
export function aptDecision({ platform = process.platform, uid = process.getuid?.(), aptGet = hasAptGet() } = {}) {
  if (platform !== 'linux' || !aptGet) return 'none'
  return uid === 0 ? 'install' : 'name'
}

function hasAptGet() {
  return existsSync('/usr/bin/apt-get') && existsSync('/usr/bin/dpkg-query')
}

/** Which of the packages (alternatives joined by a bar) are not installed. */
export async function missingPackages(packages) {
  if (packages.length === 0) return []
  const names = packages.flatMap((entry) => entry.split('|'))
  const { stdout } = await run('dpkg-query', ['-W', '-f', '${Package} ${db:Status-Abbrev}\n', ...names], {
    quiet: true,
  })
  return stillMissing(packages, stdout)
}

export function stillMissing(packages, dpkgOutput) {
  const installed = new Set()
  for (const line of dpkgOutput.split('\n')) {
    const [name, status] = line.split(' ')
    if (status?.startsWith('ii')) installed.add(name)
  }
  return packages.filter((entry) => !entry.split('|').some((name) => installed.has(name)))
}

/** The ready command for a person. A fresh list of packages first: without it apt may know none of them. */
export function installCommandFor(packages) {
  return `sudo apt-get update && sudo apt-get install -y ${packages.map((entry) => entry.split('|').pop()).join(' ')}`
}

/** Installs what is missing; call only when aptDecision() is 'install'. */
export async function installPackages(packages) {
  const missing = await missingPackages(packages)
  if (missing.length === 0) return
  const tick = ticker(`Installing system packages: ${missing.map((entry) => entry.split('|').pop()).join(' ')}`)
  try {
    await apt(['update', '-qq'])
    await apt(['install', '-y', '-qq', '--no-install-recommends', ...(await chooseNames(missing))])
  } finally {
    tick.stop()
  }
  say('System packages installed.')
}

async function chooseNames(packages) {
  const chosen = []
  for (const entry of packages) {
    const names = entry.split('|')
    let name = names[0]
    if (names.length > 1) {
      const { stdout } = await run('apt-cache', ['show', '--no-all-versions', name], { quiet: true })
      if (!stdout.includes('Package:')) name = names[1]
    }
    chosen.push(name)
  }
  return chosen
}

async function apt(args) {
  // Another program may be installing at the same moment (unattended upgrades): wait for it.
  const result = await run('apt-get', ['-o', 'DPkg::Lock::Timeout=300', ...args], {
    quiet: true,
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  })
  if (result.code === 0) return
  const reason =
    result.stderr
      .split('\n')
      .find((line) => line.startsWith('E: '))
      ?.slice(3) ?? `exit code ${result.code}`
  throw new Problem(
    `apt-get ${args[0]} failed: ${reason.replace(/\.$/, '')}. Solve that and run the same command again.`,
  )
}
