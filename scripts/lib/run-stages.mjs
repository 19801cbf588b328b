// Runs the stages one after the other. A failing one does not stop the others: one run shows everything that is wrong.
import { promises as fs } from 'node:fs'
import path from 'node:path'
import { aptDecision } from './debian.mjs'
import { root } from './paths.mjs'
import { hasCommand, runTool } from './run.mjs'
import { describe, say, seconds } from './say.mjs'
import { countPlaywright, countVitest, summary } from './test-report.mjs'

const REPORTS = path.join(root, '.cache', 'test-reports')
// Nothing takes this long; a stage that hangs must not hang the whole run.
const STAGE_LIMIT = 10 * 60 * 1000

/** @returns {Promise<number>} the exit code */
export async function runStages(stages, env = {}) {
  await fs.rm(REPORTS, { recursive: true, force: true })
  await fs.mkdir(REPORTS, { recursive: true })
  const results = []
  for (const stage of stages) {
    say(`\n── ${stage.name}`)
    const started = Date.now()
    const reason = skipReason(stage, results)
    const outcome = reason ? { state: 'skipped', reason } : await runStage(stage, env)
    const result = { name: stage.name, time: Date.now() - started, ...outcome }
    say(`── ${stage.name}: ${result.state} in ${seconds(result.time)}${reason ? ` (${reason})` : ''}`)
    results.push(result)
  }
  say(summary(results))
  return results.some(({ state }) => state === 'failed') ? 1 : 0
}

export function skipReason(stage, results, has = hasCommand) {
  const before = stage.after && results.find(({ name }) => name === stage.after)
  if (before && before.state !== 'ok') return `${before.name} did not succeed`
  const missing = (stage.needs ?? []).filter((name) => !has(name))
  if (missing.length === 0) return undefined
  if (process.platform !== 'linux') return `needs ${missing.join(', ')}, which this test uses on Linux only`
  const how = aptDecision() === 'name' ? '; "npm test" as root installs it' : ''
  return `${missing.join(', ')} not installed${how}`
}

// Colours belong on a terminal, not in a log.
const plain = process.stdout.isTTY || process.env.FORCE_COLOR ? {} : { NO_COLOR: '1' }

async function runStage(stage, env) {
  try {
    if (stage.task) {
      await stage.task()
      return { state: 'ok' }
    }
    const file = path.join(REPORTS, `${stage.name.replaceAll(' ', '-')}.json`)
    const result = await runTool(stage.command(), [...stage.args, ...reportArguments(stage.report, file)], {
      env: { ...plain, ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: file },
      stdio: ['ignore', 'inherit', 'inherit'],
      timeout: STAGE_LIMIT,
    })
    if (result.timedOut) say(`It was ended: it did not finish within ${STAGE_LIMIT / 60_000} minutes.`)
    const counts = stage.report && (await readCounts(stage.report, file))
    // A test run that leaves no report, or ran nothing, has not shown anything.
    const shown = !stage.report || (counts && counts.passed + counts.failed + counts.skipped > 0)
    if (!shown) say('It ran no test.')
    return { state: result.code === 0 && shown && !counts?.failed ? 'ok' : 'failed', counts }
  } catch (error) {
    say(describe(error))
    return { state: 'failed' }
  }
}

function reportArguments(report, file) {
  if (report === 'vitest') return ['--reporter=dot', '--reporter=json', `--outputFile.json=${file}`]
  if (report === 'playwright') return ['--reporter=dot,json']
  return []
}

async function readCounts(report, file) {
  try {
    const json = JSON.parse(await fs.readFile(file, 'utf8'))
    return report === 'vitest' ? countVitest(json) : countPlaywright(json)
  } catch {
    return undefined
  }
}
