// `npm run package`: the program as users get it, unpacked in dist/. Other targets after `--`: npm run package -- --linux deb
import { buildIfChanged } from './lib/build.mjs'
import { packageProgram } from './lib/package-program.mjs'
import { runScript, say } from './lib/say.mjs'
import { prepare } from './prepare.mjs'

await runScript(async () => {
  const electron = await prepare()
  await buildIfChanged()
  const folder = await packageProgram(electron, process.argv.slice(2))
  say(`Packaged in ${folder}`)
})
