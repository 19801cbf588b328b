// The stages of `npm test`, in order. A new stage is a new line here; list only what exists.
import { buildIfChanged } from './build.mjs'
import { packageAndCheck } from './package-check.mjs'
import { packageCommand } from './run.mjs'

const tool = (name, ...args) => ({ command: () => packageCommand(name), args })
const vitest = (project) => ({ ...tool('vitest', 'run', '--project', project), report: 'vitest' })

/**
 * name     as shown, and as given to `npm test -- NAME…`
 * command  the tool's JavaScript file and its arguments, or
 * task     a function that fails by throwing
 * report   whose JSON report holds the test counts; without it the stage is one check
 * needs    programs without which the stage is skipped, and says so
 * after    skipped when this stage did not succeed
 * check    part of the quick `npm run check`
 */
export const STAGES = [
  { name: 'types', ...tool('typescript', '-b'), check: true },
  { name: 'lint', ...tool('oxlint', '--deny-warnings'), check: true },
  { name: 'format', ...tool('prettier', '--check', '--log-level=warn', '.'), check: true },
  { name: 'dead code', ...tool('knip'), check: true },
  { name: 'unit', ...vitest('unit'), check: true },
  { name: 'engine', ...vitest('engine'), needs: ['dovecot'] },
  { name: 'faults', ...vitest('faults'), needs: ['dovecot'] },
  { name: 'build', task: buildIfChanged },
  {
    name: 'e2e',
    ...tool('@playwright/test', 'test'),
    report: 'playwright',
    needs: ['dovecot', 'Xvfb', 'dbus-daemon', 'gnome-keyring-daemon', 'dunst'],
    after: 'build',
  },
  { name: 'package', task: packageAndCheck, needs: ['Xvfb'], after: 'build' },
]
