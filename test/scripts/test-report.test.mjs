import { describe, expect, it } from 'vitest'
import { strangeFiles, wrongFuses } from '../../scripts/lib/package-check.mjs'
import { skipReason } from '../../scripts/lib/run-stages.mjs'
import { countPlaywright, countVitest, summary } from '../../scripts/lib/test-report.mjs'

describe('counting', () => {
  it('reads vitest, and counts a file that could not be loaded as failed', () => {
    const assertionResults = [
      { status: 'passed', fullName: 'a' },
      { status: 'failed', fullName: 'b' },
      { status: 'pending', fullName: 'c' },
    ]
    const testResults = [
      { status: 'failed', assertionResults },
      { status: 'failed', assertionResults: [] },
    ]
    expect(countVitest({ testResults })).toEqual({ passed: 1, failed: 2, skipped: 1, skippedNames: ['c'] })
  })

  it('reads Playwright, with the reason of a skip', () => {
    const spec = (title, status, annotations = []) => ({ title, tests: [{ status, annotations }] })
    const inner = { specs: [spec('b', 'unexpected'), spec('c', 'skipped', [{ type: 'skip', description: 'no tray' }])] }
    const report = { errors: [], suites: [{ specs: [spec('a', 'expected')], suites: [inner] }] }
    expect(countPlaywright(report)).toEqual({ passed: 1, failed: 1, skipped: 1, skippedNames: ['c (no tray)'] })
  })
})

describe('the summary', () => {
  const ok = {
    name: 'unit',
    state: 'ok',
    time: 1200,
    counts: { passed: 5, failed: 0, skipped: 1, skippedNames: ['a test'] },
  }
  const lastLine = (results) => summary(results).split('\n').at(-1)

  it('ends with the sum alone on a line', () => {
    expect(lastLine([ok])).toBe('5 passed, 0 failed, 1 skipped')
  })

  it('never says "0 failed" of a red run', () => {
    expect(lastLine([ok, { name: 'types', state: 'failed', time: 1 }])).toBe('5 passed, 1 failed, 1 skipped')
  })

  it('names what was not run and why', () => {
    const text = summary([ok, { name: 'e2e', state: 'skipped', time: 0, reason: 'dunst not installed' }])
    expect(text).toContain('  unit: a test\n  e2e: dunst not installed\n5 passed, 0 failed, 2 skipped')
  })
})

it('skips a stage whose programs are missing or whose first stage failed', () => {
  const stage = { name: 'e2e', needs: ['dunst'], after: 'build' }
  expect(skipReason(stage, [{ name: 'build', state: 'ok' }], () => true)).toBeUndefined()
  expect(skipReason(stage, [{ name: 'build', state: 'failed' }], () => true)).toBe('build did not succeed')
  expect(skipReason(stage, [{ name: 'build', state: 'ok' }], () => false)).toContain('dunst')
  expect(skipReason(stage, [], () => true)).toBeUndefined()
})

describe('the packaged program', () => {
  it('must have each fuse as it was asked for', () => {
    expect(wrongFuses('  RunAsNode is Enabled\n  EnableCookieEncryption is Enabled')).toContain('RunAsNode')
    expect(wrongFuses('  RunAsNode is Enabled\n  EnableCookieEncryption is Enabled')).not.toContain(
      'EnableCookieEncryption',
    )
  })

  it('must hold nothing but the build, its resources and the database module', () => {
    const fine = '/package.json\n/out\n/out/main/index.js\n/node_modules\n/node_modules/better-sqlite3/lib/index.js\n'
    expect(strangeFiles(fine)).toEqual([])
    expect(strangeFiles(`${fine}/src/main/index.ts\n\\out\\main\\index.js.map\r\n/node_modules/zod/a.js`)).toHaveLength(
      3,
    )
  })
})
