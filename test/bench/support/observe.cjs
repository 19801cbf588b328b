// Loaded into Electron's main process before the app (NODE_OPTIONS), the same for Belofte and for a blank window: says on
// stdout when the first window shows what BENCH_READY names, painted. An outside driver would slow both down.
const READY = process.env.BENCH_READY
const PLACE = process.env.BENCH_PLACE

if (process.type === 'browser') process.nextTick(observe)

function observe() {
  const { app } = require('electron')
  let isFirst = true
  app.on('browser-window-created', (_event, window) => {
    if (!isFirst) return
    isFirst = false
    startAt(window, PLACE)
    const contents = window.webContents
    contents.once('did-navigate', async () => {
      const facts = await contents.mainFrame.executeJavaScript(`(${whenPainted})(${JSON.stringify(READY)})`)
      if (!window.isVisible()) await new Promise((resolve) => window.once('show', resolve))
      process.stdout.write(`bench: ${JSON.stringify(facts)}\n`)
    })
  })
}

/** Opens the window at a place of the app, as if it had been left there. */
function startAt(window, place) {
  if (!place) return
  const load = window.loadURL.bind(window)
  window.loadURL = (url, ...rest) => load(url + place, ...rest)
}

/** Runs in the page. Resolves after the frame in which html[data-ready] is `ready`; without one, after the first frame. */
function whenPainted(ready) {
  const isReady = () => (ready ? document.documentElement?.dataset.ready === ready : document.readyState !== 'loading')
  return new Promise((resolve) => {
    const painted = () =>
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel()
        const tell = () => resolve({ rows: document.querySelectorAll('[role=listitem]').length })
        port1.addEventListener('message', tell)
        port1.start()
        port2.postMessage(null)
      })
    if (isReady()) return painted()
    const observer = new MutationObserver(look)
    function look() {
      if (!isReady()) return
      observer.disconnect()
      document.removeEventListener('readystatechange', look)
      painted()
    }
    // At first there isn't even an <html>.
    observer.observe(document, { subtree: true, attributeFilter: ['data-ready'] })
    document.addEventListener('readystatechange', look)
  })
}
