// Test counts out of the JSON reports of vitest and Playwright. Each gives {passed, failed, skipped, skippedNames}.

export function countVitest(report) {
  const counts = { passed: 0, failed: 0, skipped: 0, skippedNames: [] }
  for (const file of report.testResults) {
    for (const { status, fullName } of file.assertionResults) {
      if (status === 'passed') counts.passed++
      else if (status === 'failed') counts.failed++
      else {
        counts.skipped++
        counts.skippedNames.push(fullName)
      }
    }
    // A file that could not even be loaded has no tests in the report, but has certainly failed.
    if (file.status === 'failed' && !file.assertionResults.some(({ status }) => status === 'failed')) counts.failed++
  }
  return counts
}

export function countPlaywright(report) {
  const counts = { passed: 0, failed: report.errors?.length ?? 0, skipped: 0, skippedNames: [] }
  for (const spec of report.suites.flatMap(specsOf)) {
    for (const test of spec.tests) {
      if (test.status === 'skipped') {
        counts.skipped++
        const reason = test.annotations?.find(({ type }) => type === 'skip' || type === 'fixme')?.description
        counts.skippedNames.push(reason ? `${spec.title} (${reason})` : spec.title)
      } else if (test.status === 'unexpected') counts.failed++
      else counts.passed++
    }
  }
  return counts
}

function specsOf(suite) {
  return [...(suite.specs ?? []), ...(suite.suites ?? []).flatMap(specsOf)]
}

/** The closing lines: a table, what was skipped and why, and alone on the last line the sum. */
export function summary(results) {
  const width = Math.max(...results.map(({ name }) => name.length))
  const rows = results.map(({ name, state, time, counts }) =>
    `  ${name.padEnd(width)}  ${state.padEnd(7)}  ${`${(time / 1000).toFixed(1)} s`.padStart(8)}  ${counts ? countsText(counts) : ''}`.trimEnd(),
  )
  const skips = results.flatMap(({ name, reason, counts }) => [
    ...(reason ? [`  ${name}: ${reason}`] : []),
    ...(counts?.skippedNames ?? []).map((test) => `  ${name}: ${test}`),
  ])
  const total = { passed: 0, failed: 0, skipped: 0 }
  for (const { state, counts } of results) {
    total.passed += counts?.passed ?? 0
    // A failed stage counts once when no test of it did, so that a red run never says "0 failed".
    total.failed += counts?.failed || (state === 'failed' ? 1 : 0)
    total.skipped += (counts?.skipped ?? 0) + (state === 'skipped' ? 1 : 0)
  }
  return [
    '',
    'Summary',
    ...rows,
    ...(skips.length > 0 ? ['Not run:', ...skips] : []),
    `${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`,
  ].join('\n')
}

function countsText({ passed, failed, skipped }) {
  return [`${passed} passed`, ...(failed ? [`${failed} failed`] : []), ...(skipped ? [`${skipped} skipped`] : [])].join(
    ', ',
  )
}
