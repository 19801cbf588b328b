// `npm run faults`: everything that Belofte must survive, and the table of it (docs/faults.md) from what was seen.
// `npm run faults -- --rounds=200` kills the engine so often at moments that nobody chose; a few times is the habit of `npm test`.
import { promises as fs } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { faultsPage } from './lib/faults-page.mjs'
import { root } from './lib/paths.mjs'
import { packageCommand, runTool } from './lib/run.mjs'
import { Problem, runScript, say } from './lib/say.mjs'
import { checkNode } from './prepare.mjs'

await runScript(async () => {
  checkNode()
  const rounds = Number(/^--rounds=(\d+)$/.exec(process.argv[2] ?? '--rounds=6')?.[1])
  if (!Number.isInteger(rounds) || rounds < 1) throw new Problem('Say how often, such as --rounds=200.')
  const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'belofte-faults-'))
  try {
    const output = path.join(folder, 'report.json')
    const args = ['run', '--project', 'faults', '--reporter=default', '--reporter=json', `--outputFile=${output}`]
    const { code } = await runTool(packageCommand('vitest'), args, { env: { BELOFTE_FAULT_ROUNDS: String(rounds) } })
    const report = JSON.parse(await fs.readFile(output, 'utf8'))
    await fs.writeFile(path.join(root, 'docs', 'faults.md'), faultsPage(report, rounds))
    say('docs/faults.md tells what was seen.')
    return code
  } finally {
    await fs.rm(folder, { recursive: true, force: true })
  }
})
