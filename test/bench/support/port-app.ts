import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Statement } from './context.ts'
import { APP } from './window.ts'

/**
 * An app that does the least to answer a window from another process: a bare MessagePort to a utility process that runs
 * prepared statements and answers with JSON. In the page: `await ask(work)`.
 */
export async function makePortApp(
  folder: string,
  database: string,
  work: Readonly<Record<string, readonly Statement[]>>,
): Promise<string> {
  await mkdir(folder, { recursive: true })
  const write = (name: string, text: string): Promise<void> => writeFile(join(folder, name), text)
  await write('package.json', JSON.stringify({ name: 'port', version: '1.0.0', main: 'main.cjs' }))
  await write('index.html', '<!doctype html><title>Port</title><body></body>')
  await write('work.json', JSON.stringify(work))
  await write('main.cjs', MAIN)
  await write('preload.cjs', PRELOAD)
  await write('engine.cjs', engineSource(join(APP, 'node_modules', 'better-sqlite3'), database))
  return folder
}

const MAIN = `const { app, BrowserWindow, MessageChannelMain, utilityProcess } = require('electron')
const { join } = require('node:path')
app.setPath('userData', join(__dirname, 'window'))
app.whenReady().then(async () => {
  const engine = utilityProcess.fork(join(__dirname, 'engine.cjs'))
  const window = new BrowserWindow({ webPreferences: { preload: join(__dirname, 'preload.cjs') } })
  await window.loadFile('index.html')
  const { port1, port2 } = new MessageChannelMain()
  engine.postMessage(null, [port1])
  window.webContents.postMessage('port', null, [port2])
})
`

const PRELOAD = `const { contextBridge, ipcRenderer } = require('electron')
const waiting = new Map()
let seq = 0
const port = new Promise((resolve) => ipcRenderer.once('port', ({ ports: [port] }) => {
  port.onmessage = ({ data }) => {
    const { seq, rows } = JSON.parse(data)
    waiting.get(seq)(rows)
    waiting.delete(seq)
  }
  resolve(port)
}))
contextBridge.exposeInMainWorld('ask', async (work) => {
  const open = await port
  return new Promise((resolve) => {
    waiting.set(++seq, resolve)
    open.postMessage(JSON.stringify({ seq, work }))
  })
})
`

function engineSource(sqlite: string, database: string): string {
  return `const Sqlite = require(${JSON.stringify(sqlite)})
const db = new Sqlite(${JSON.stringify(database)}, { readonly: true })
const work = Object.fromEntries(Object.entries(require('./work.json')).map(([name, statements]) =>
  [name, statements.map(({ sql, parameters }) => ({ statement: db.prepare(sql), parameters }))]))
process.parentPort.on('message', ({ ports: [port] }) => {
  port.on('message', ({ data }) => {
    const { seq, work: name } = JSON.parse(data)
    const rows = work[name].map(({ statement, parameters }) => statement.all(...parameters))
    port.postMessage(JSON.stringify({ seq, rows }))
  })
  port.start()
})
`
}
