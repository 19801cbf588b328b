import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'

// The canary of the lint rules: a forbidden import is written where it may not stand, and the linter must refuse it.
// Without this test a typo in the configuration would open a wall without anybody noticing.

const ROOT = resolve(import.meta.dirname, '../..')
const OXLINT = join(ROOT, 'node_modules/oxlint/bin/oxlint')
const written: string[] = []

/** Lints `source` as if it stood at `path`; returns what the linter said. */
function lint(path: string, source: string): { readonly failed: boolean; readonly said: string } {
  const file = join(ROOT, path)
  if (existsSync(file)) throw new Error(`${path} exists`)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, source)
  written.push(file)
  const run = spawnSync(process.execPath, [OXLINT, '--config', join(ROOT, '.oxlintrc.json'), file], {
    cwd: ROOT,
    encoding: 'utf8',
  })
  return { failed: run.status !== 0, said: run.stdout + run.stderr }
}

afterEach(() => {
  for (const file of written.splice(0)) rmSync(file)
})

const FORBIDDEN: readonly (readonly [path: string, source: string, why: string])[] = [
  ['src/shared/domain/canary.ts', `import { readFileSync } from 'node:fs'`, 'The rules are pure'],
  ['src/shared/domain/canary.ts', `import type { Topic } from '../contract/events.ts'`, 'domain uses only domain'],
  ['src/shared/contract/canary.ts', `import { app } from 'electron'`, 'runs anywhere'],
  ['src/shared/contract/canary.ts', `import { x } from '../../engine/context.ts'`, 'uses nothing else'],
  ['src/shared/domain/canary.ts', `export const late = () => Date.now()`, 'no clock'],
  ['src/engine/canary.ts', `import { app } from 'electron'`, 'plain Node'],
  ['src/engine/services/canary.ts', `import { app } from 'electron'`, 'plain Node'],
  ['src/engine/services/canary.ts', `import { ImapFlow } from 'imapflow'`, 'Protocols live in mail'],
  ['src/engine/services/canary.ts', `import { x } from '../mail/canary.ts'`, 'engine.ts wires'],
  ['src/engine/store/canary.ts', `import { x } from '../mail/types.ts'`, 'do not know each other'],
  ['src/engine/store/canary.ts', `import { x } from '../services/queue.ts'`, 'do not know each other'],
  ['src/engine/mail/canary.ts', `import { openDatabase } from '../store/database.ts'`, 'do not know each other'],
  ['src/main/canary.ts', `import { x } from '../engine/engine.ts'`, 'over its port'],
  ['src/main/canary.ts', `import Database from 'better-sqlite3'`, 'data and mail live in the engine'],
  ['src/renderer/canary.ts', `import { join } from 'node:path'`, 'talks only to the contract'],
  ['src/renderer/canary.ts', `import { contract } from '../shared/contract/index.ts'`, 'Only the contract'],
  ['src/renderer/canary.ts', `import { app } from 'electron'`, 'talks only to the contract'],
]

describe('the walls between the folders', () => {
  it.each(FORBIDDEN)('%s may not say %s', (path, source, why) => {
    const body = source.includes('import') ? `${source}\nexport const canary = ${names(source)}\n` : `${source}\n`
    const { failed, said } = lint(path, body)
    expect(said).toContain(why)
    expect(failed).toBe(true)
  })

  it('lets a screen import the types of the contract', () => {
    const { failed, said } = lint(
      'src/renderer/canary.ts',
      `import type { CallName } from '../shared/contract/index.ts'\nexport const name: CallName = 'search'\n`,
    )
    expect(said).not.toContain('contract')
    expect(failed).toBe(false)
  })

  it('refuses a circle of imports', () => {
    lint('src/shared/domain/canary-b.ts', `import { a } from './canary-a.ts'\nexport const b = () => a\n`)
    const { said, failed } = lint(
      'src/shared/domain/canary-a.ts',
      `import { b } from './canary-b.ts'\nexport const a = () => b\n`,
    )
    expect(said).toContain('no-cycle')
    expect(failed).toBe(true)
  })
})

/** The imported name, so that the canary uses it: only the direction may be wrong with it. */
function names(source: string): string {
  const type = /import type \{ (\w+) \}/.exec(source)
  if (type !== null) return `null as ${type[1]} | null`
  return /import \{ (\w+) \}/.exec(source)?.[1] ?? /import (\w+)/.exec(source)?.[1] ?? 'null'
}
