// `npm run check`: the quick part of `npm test`, for while you work. Needs no Electron and no system packages.
import { providePackages } from './lib/packages.mjs'
import { runStages } from './lib/run-stages.mjs'
import { runScript } from './lib/say.mjs'
import { STAGES } from './lib/stages.mjs'
import { checkNode } from './prepare.mjs'

await runScript(async () => {
  checkNode()
  await providePackages()
  return runStages(STAGES.filter(({ check }) => check))
})
