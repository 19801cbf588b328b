// docs/faults.md out of vitest's JSON report.
import path from 'node:path'

const TITLES = {
  'clock.test.ts': 'Clock and sleep',
  'database.test.ts': 'Disk and database',
  'hostile.test.ts': 'Hostile mail',
  'kill.test.ts': 'kill -9',
  'mail-in.test.ts': 'Mail in',
  'mail-out.test.ts': 'Mail out',
}
const OUTCOMES = { passed: 'survived', failed: '**failed**' }

export function faultsPage(report, rounds) {
  const files = [...report.testResults].sort((a, b) => (a.name < b.name ? -1 : 1))
  const date = new Date(report.startTime).toISOString().slice(0, 10)
  const tests = files.flatMap((file) => file.assertionResults)
  const passed = tests.filter(({ status }) => status === 'passed').length
  return [
    '# What Belofte survives',
    '',
    `Made by \`npm run faults -- --rounds=${rounds}\` on ${date}: ${passed} of ${tests.length} survived. Each row is a test in \`test/faults/\`.`,
    'After those with mail, `test/support/invariants.ts` checks that every mail on the server is in the database once, none went out',
    'twice, promises and their history are unchanged, failures have words in both languages, and the database is sound.',
    ...files.flatMap((file) => section(file)),
    '',
  ].join('\n')
}

function section({ name, assertionResults, status }) {
  const base = path.basename(name.replaceAll('\\', '/'))
  const rows = assertionResults.map(
    ({ fullName, status, duration }) =>
      `| ${fullName.trim().replaceAll('|', '\\|')} | ${OUTCOMES[status] ?? 'not run'} | ${((duration ?? 0) / 1000).toFixed(1)} s |`,
  )
  if (rows.length === 0) rows.push(`| (the file itself) | ${OUTCOMES[status] ?? 'not run'} | |`)
  return ['', `## ${TITLES[base] ?? base}`, '', '| fault | outcome | took |', '|---|---|---|', ...rows]
}
