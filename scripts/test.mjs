// `npm test`: prepares what is missing, then runs every stage of lib/stages.mjs. `npm test -- unit e2e` runs only those.
import { TEST_PACKAGES } from './lib/debian.mjs'
import { runStages } from './lib/run-stages.mjs'
import { Problem, runScript } from './lib/say.mjs'
import { STAGES } from './lib/stages.mjs'
import { prepare } from './prepare.mjs'

await runScript(async () => {
  const stages = choose(process.argv.slice(2))
  // The tests have a display of their own, also on a machine that has one.
  const { executable } = await prepare({ virtualDisplay: true, testPackages: TEST_PACKAGES })
  return runStages(stages, { BELOFTE_ELECTRON: executable })
})

function choose(names) {
  const unknown = names.find((name) => !STAGES.some((stage) => stage.name === name))
  if (unknown)
    throw new Problem(`There is no stage "${unknown}". Choose from: ${STAGES.map(({ name }) => name).join(', ')}.`)
  return names.length > 0 ? STAGES.filter(({ name }) => names.includes(name)) : STAGES
}
