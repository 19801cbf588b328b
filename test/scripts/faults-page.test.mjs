import { expect, test } from 'vitest'
import { faultsPage } from '../../scripts/lib/faults-page.mjs'

test('a row for each test, with what became of it; a file that could not be loaded has failed', () => {
  const page = faultsPage(
    {
      startTime: Date.parse('2026-03-05T09:00:00Z'),
      testResults: [
        {
          name: '/x/test/faults/kill.test.ts',
          status: 'failed',
          assertionResults: [
            { fullName: 'killed | often', status: 'passed', duration: 1_234 },
            { fullName: 'killed again', status: 'failed', duration: 2_000 },
            { fullName: 'not here', status: 'pending' },
          ],
        },
        { name: 'C:\\x\\broken.test.ts', status: 'failed', assertionResults: [] },
      ],
    },
    200,
  )
  expect(page).toContain('on 2026-03-05: 1 of 3 survived')
  expect(page).toContain('| killed \\| often | survived | 1.2 s |')
  expect(page).toContain('| killed again | **failed** | 2.0 s |')
  expect(page).toContain('| not here | not run | 0.0 s |')
  expect(page).toContain('| (the file itself) | **failed** | |')
})
