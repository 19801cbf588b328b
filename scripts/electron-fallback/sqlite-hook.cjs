// better-sqlite3 13 needs a newer Node-API than the fallback Electron has. Whoever loads it there gets the copy that
// was built for this Electron. `require` and `import` both end at the loader for .js files, so one hook serves both.
const Module = require('node:module')
const path = require('node:path')

const own = path.join(__dirname, 'node_modules', 'better-sqlite3', 'lib', 'index.js')
const entry = /[\\/]node_modules[\\/]better-sqlite3[\\/]lib[\\/]index\.js$/
const load = Module._extensions['.js']

Module._extensions['.js'] = function (module, filename) {
  if (filename === own || !entry.test(filename)) return load.call(this, module, filename)
  module.exports = require(own)
}
