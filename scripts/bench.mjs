// `npm run bench`: measures against a bare version of the same work in the same run (test/bench). Slow; not part of `npm test`.
// `npm run bench -- NAME` runs only the files whose name contains NAME.
import { promises as fs } from 'node:fs'
import path from 'node:path'
import { buildIfChanged } from './lib/build.mjs'
import { TEST_PACKAGES } from './lib/debian.mjs'
import { root } from './lib/paths.mjs'
import { runTool } from './lib/run.mjs'
import { Problem, runScript, say } from './lib/say.mjs'
import { prepare } from './prepare.mjs'

await runScript(async () => {
  const folder = path.join(root, 'test', 'bench')
  const [wanted = ''] = process.argv.slice(2)
  const files = (await fs.readdir(folder).catch(() => [])).filter(
    (name) => name.endsWith('.bench.ts') && name.includes(wanted),
  )
  if (files.length === 0) throw new Problem(`There is no benchmark ${wanted ? `named "${wanted}" ` : ''}in test/bench.`)
  const { executable } = await prepare({ virtualDisplay: true, testPackages: TEST_PACKAGES })
  await buildIfChanged()
  let code = 0
  for (const name of files.sort()) {
    say(`\n── ${name}`)
    const env = { BELOFTE_ELECTRON: executable }
    const result = await runTool(path.join(folder, name), [], { env })
    code ||= result.code
  }
  return code
})
