import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

// Everything is bundled except the native database: one file to load starts faster than hundreds,
// and the package then carries no node_modules but better-sqlite3.
const external = ['electron', 'better-sqlite3']

export default defineConfig({
  main: {
    // Its build for Node declares a `require`, which electron-vite declares too.
    resolve: { alias: [{ find: /^fflate$/, replacement: 'fflate/browser' }] },
    build: {
      externalizeDeps: false,
      target: 'node20.18',
      rollupOptions: {
        external,
        input: {
          index: resolve(import.meta.dirname, 'src/main/index.ts'),
          engine: resolve(import.meta.dirname, 'src/engine/index.ts'),
          // Threads of the engine's own, found by these names (src/engine/store/check.ts, src/engine/mail/reader.ts).
          'database-check': resolve(import.meta.dirname, 'src/engine/store/check-worker.ts'),
          'mail-reader': resolve(import.meta.dirname, 'src/engine/mail/reader-worker.ts'),
        },
        output: {
          format: 'es',
          entryFileNames: '[name].js',
          chunkFileNames: 'chunks/[name]-[hash].js',
          // Fewer bytes to parse at each start; names stay as they are, so that a line in the log can be understood.
          minify: { compress: true, mangle: false, codegen: true },
        },
      },
    },
  },
  preload: {
    build: {
      externalizeDeps: false,
      target: 'node20.18',
      rollupOptions: {
        external,
        input: { index: resolve(import.meta.dirname, 'src/preload/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'src/renderer',
    build: {
      target: 'chrome130',
      minify: true,
      rollupOptions: { input: { index: resolve(import.meta.dirname, 'src/renderer/index.html') } },
    },
    plugins: [react()],
  },
})
