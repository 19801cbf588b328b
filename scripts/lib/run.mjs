// Child processes: always an argument list, never a shell, so that spaces and quotes in paths are safe everywhere.
import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { modulesDir, root } from './paths.mjs'
import { Problem } from './say.mjs'

/**
 * Runs a program to its end.
 * `quiet` collects the output instead of showing it; `timeout` is in milliseconds.
 * Resolves to {code, signal, timedOut, stdout, stderr}; rejects only when the program could not be started.
 */
export function run(command, args, { quiet = false, timeout, ...options } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, stdio: quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit', ...options })
    const output = { stdout: '', stderr: '' }
    child.stdout?.on('data', (chunk) => (output.stdout += chunk))
    child.stderr?.on('data', (chunk) => (output.stderr += chunk))
    let timedOut = false
    const timer =
      timeout &&
      setTimeout(() => {
        timedOut = true
        child.kill('SIGKILL')
      }, timeout)
    child.on('error', (error) => {
      clearTimeout(timer)
      reject(error)
    })
    child.on('close', (code, signal) => {
      clearTimeout(timer)
      resolve({ code: code ?? 1, signal, timedOut, ...output })
    })
  })
}

/** Whether a program is on PATH. (System services live in sbin, which is not on everybody's.) */
export function hasCommand(name, env = process.env, exists = existsSync) {
  const folders = [...(env.PATH ?? '').split(path.delimiter), '/usr/sbin', '/sbin']
  return folders.some((folder) => folder !== '' && exists(path.join(folder, name)))
}

/**
 * The Node that everything after the installation runs on: the one pinned in package.json, whatever the machine has.
 * (Several packages need 22.12 or newer, and better-sqlite3 crashes on Node 20.)
 */
function toolNode() {
  const pinned = path.join(modulesDir, 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
  if (existsSync(pinned)) return pinned
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major > 22 || (major === 22 && minor >= 12)) return process.execPath
  throw new Problem(
    'The package "node" (a newer Node.js, for this project only) did not install. ' +
      'Allow its install script (npm config set ignore-scripts false), delete node_modules and run the same command again.',
  )
}

/** The environment for tools: the pinned Node and the packages' commands come first on PATH. */
function toolEnv(extra = {}) {
  const pathKey = Object.keys(process.env).find((key) => key.toUpperCase() === 'PATH') ?? 'PATH'
  const first = [path.dirname(toolNode()), path.join(modulesDir, '.bin')]
  return { ...process.env, [pathKey]: [...first, process.env[pathKey]].join(path.delimiter), ...extra }
}

/**
 * The JavaScript file behind a package's command. Run with the pinned Node, it works on every platform, while the files
 * in node_modules/.bin are shell scripts on Windows.
 */
export function packageCommand(name) {
  const folder = path.join(modulesDir, ...name.split('/'))
  try {
    const { bin } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'))
    return path.join(folder, typeof bin === 'string' ? bin : (bin[path.basename(name)] ?? Object.values(bin)[0]))
  } catch {
    throw new Problem(`The package ${name} is not complete. Delete node_modules and run the same command again.`)
  }
}

/** Runs a JavaScript file of an installed package with the pinned Node. */
export function runTool(file, args = [], { env, ...options } = {}) {
  return run(toolNode(), [file, ...args], { env: toolEnv(env), ...options })
}

/** npm as the person started it; outside npm, the npm on PATH (a .cmd on Windows, which needs a shell). */
export function npmCommand(platform = process.platform, env = process.env) {
  if (env.npm_execpath && /\.c?js$/.test(env.npm_execpath)) {
    const node = env.npm_node_execpath && existsSync(env.npm_node_execpath) ? env.npm_node_execpath : process.execPath
    return { command: node, args: [env.npm_execpath], shell: false }
  }
  return { command: 'npm', args: [], shell: platform === 'win32' }
}

export async function runNpm(args, options = {}) {
  const npm = npmCommand()
  try {
    return await run(npm.command, [...npm.args, ...args], { shell: npm.shell, ...options })
  } catch {
    throw new Problem(
      'npm was not found. Install Node.js 20 or newer, which brings npm, and run the same command again.',
    )
  }
}
