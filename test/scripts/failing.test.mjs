import path from 'node:path'
import { expect, it } from 'vitest'
import { root } from '../../scripts/lib/paths.mjs'
import { run } from '../../scripts/lib/run.mjs'

it('ends a wrong use with one sentence and exit code 1', async () => {
  const result = await run(process.execPath, [path.join(root, 'scripts', 'test.mjs'), 'nonsense'], { quiet: true })
  expect(result.code).toBe(1)
  expect(result.stderr.trim().split('\n')).toHaveLength(1)
  expect(result.stderr).toContain('There is no stage "nonsense"')
  expect(result.stdout).toBe('')
})
