import { defineConfig } from 'vitest/config'

// The zone is far from the shop's on purpose: a test that leans on the machine's zone fails here.
const env = { TZ: 'Pacific/Auckland' }

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: [
            'test/{shared,scripts,main,renderer,house}/**/*.test.{ts,tsx,mjs}',
            'test/engine/store/**/*.test.ts',
          ],
          env,
        },
      },
      {
        test: {
          name: 'engine',
          include: ['test/engine/{services,mail}/**/*.test.ts', 'test/engine/*.test.ts'],
          env,
          testTimeout: 30_000,
          hookTimeout: 30_000,
        },
      },
      {
        test: { name: 'faults', include: ['test/faults/**/*.test.ts'], env, testTimeout: 60_000, hookTimeout: 60_000 },
      },
    ],
  },
})
