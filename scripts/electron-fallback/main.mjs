// The default app of the fallback Electron: opens the app folder given on the command line, as Electron's own does.
//
// It is an ES module on purpose: Electron waits for the whole of an ESM entry before it fires `ready`, so the app
// can still register its schemes and ask for its single-instance lock, whether it was built as CommonJS or ESM.
import { app } from 'electron'
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

process.defaultApp = true

const here = path.dirname(fileURLToPath(import.meta.url))
const hook = path.join(here, 'sqlite-hook.cjs')
createRequire(import.meta.url)(hook)
// The engine's utility process starts with this environment and so gets the same hook.
process.env.NODE_OPTIONS = [process.env.NODE_OPTIONS, `--require=${JSON.stringify(hook)}`].filter(Boolean).join(' ')

const given = process.argv.slice(1).find((argument) => !argument.startsWith('-'))
const folder = given && path.resolve(given)
const manifest = folder && path.join(folder, 'package.json')
if (!manifest || !existsSync(manifest)) {
  process.stderr.write(`Usage: ${path.basename(process.execPath)} [options] <app folder with a package.json>\n`)
  app.exit(1)
} else {
  const { name, productName, version, main = 'index.js', desktopName } = JSON.parse(readFileSync(manifest, 'utf8'))
  app.setAppPath(folder)
  if (productName ?? name) app.setName(productName ?? name)
  if (version) app.setVersion(version)
  if (desktopName) app.setDesktopName(desktopName)
  app.setPath('userData', path.join(app.getPath('appData'), app.getName()))
  await import(pathToFileURL(path.join(folder, main)).href).catch((error) => {
    // Without a window there is nobody to press OK in Electron's own error dialog.
    process.stderr.write(`The app did not start: ${error.stack}\n`)
    app.exit(1)
  })
}
