// Draws every icon from the two shapes below: node scripts/icons.mjs. The results are kept in resources/icons.
import { Resvg } from '@resvg/resvg-js'
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { root } from './lib/paths.mjs'

const folder = path.join(root, 'resources', 'icons')
const BLUE = '#2a4b86'
const AMBER = '#f59f00'
const RED = '#d92d20'

/** Two linked rings: a promise holds two people. The left one lies over the right one below, and under it above. */
function rings(left, right) {
  const ring = (cx, colour) => `<circle cx="${cx}" cy="50" r="20" fill="none" stroke="${colour}" stroke-width="9"/>`
  return `
    <mask id="over" maskUnits="userSpaceOnUse" x="0" y="0" width="100" height="100"><rect width="100" height="100" fill="white"/>
      <path d="M38 50 m20 0 a20 20 0 0 1 -20 20" transform="rotate(12 38 50)" fill="none" stroke="black" stroke-width="15"/></mask>
    <mask id="under" maskUnits="userSpaceOnUse" x="0" y="0" width="100" height="100"><rect width="100" height="100" fill="white"/>
      <path d="M62 50 m0 -20 a20 20 0 0 0 -20 20" transform="rotate(12 62 50)" fill="none" stroke="black" stroke-width="15"/></mask>
    <g mask="url(#under)">${ring(38, left)}</g>
    <g mask="url(#over)">${ring(62, right)}</g>`
}

const svg = (content) => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100">${content}</svg>`
const tile = `<rect x="3" y="3" width="94" height="94" rx="22" fill="${BLUE}"/>`
const dot = (colour) => `<circle cx="80" cy="80" r="20" fill="${colour}" stroke="#ffffff" stroke-width="6"/>`

const appIcon = svg(tile + rings('#ffffff', '#f7c15c'))
const tray = {
  calm: appIcon,
  due: svg(tile + rings('#ffffff', '#f7c15c') + dot(AMBER)),
  overdue: svg(tile + rings('#ffffff', '#f7c15c') + dot(RED)),
}
/** macOS uses the shape alone: black, to be tinted. */
const menuBar = {
  calm: svg(zoomed(rings('#000', '#000'))),
  due: svg(
    zoomed(rings('#000', '#000')) + '<circle cx="84" cy="84" r="12" fill="none" stroke="#000" stroke-width="6"/>',
  ),
  overdue: svg(zoomed(rings('#000', '#000')) + '<circle cx="84" cy="84" r="15" fill="#000"/>'),
}
function zoomed(content) {
  return `<g transform="translate(-15 -21) scale(1.3)">${content}</g>`
}

const png = (source, size) => new Resvg(source, { fitTo: { mode: 'width', value: size } }).render().asPng()
const write = (name, bytes) => writeFileSync(path.join(folder, name), bytes)

/** Windows: a directory of pictures, each of them a PNG. */
function ico(images) {
  const head = Buffer.alloc(6 + 16 * images.length)
  head.writeUInt16LE(1, 2)
  head.writeUInt16LE(images.length, 4)
  let offset = head.length
  images.forEach(({ size, bytes }, index) => {
    const at = 6 + 16 * index
    // 256 is written as 0.
    head.writeUInt8(size % 256, at)
    head.writeUInt8(size % 256, at + 1)
    head.writeUInt16LE(1, at + 4)
    head.writeUInt16LE(32, at + 6)
    head.writeUInt32LE(bytes.length, at + 8)
    head.writeUInt32LE(offset, at + 12)
    offset += bytes.length
  })
  return Buffer.concat([head, ...images.map(({ bytes }) => bytes)])
}

/** macOS: tagged blocks, each of them a PNG. */
function icns(images) {
  const blocks = images.map(({ type, bytes }) => {
    const head = Buffer.alloc(8)
    head.write(type, 'latin1')
    head.writeUInt32BE(bytes.length + 8, 4)
    return Buffer.concat([head, bytes])
  })
  const body = Buffer.concat(blocks)
  const head = Buffer.alloc(8)
  head.write('icns', 'latin1')
  head.writeUInt32BE(body.length + 8, 4)
  return Buffer.concat([head, body])
}

mkdirSync(folder, { recursive: true })
write('icon.svg', appIcon.replace(/\n\s*/g, ''))
write('icon.png', png(appIcon, 512))
write('icon.ico', ico([16, 24, 32, 48, 64, 128, 256].map((size) => ({ size, bytes: png(appIcon, size) }))))
const apple = { ic11: 32, ic12: 64, ic07: 128, ic13: 256, ic08: 256, ic14: 512, ic09: 512, ic10: 1024 }
write('icon.icns', icns(Object.entries(apple).map(([type, size]) => ({ type, bytes: png(appIcon, size) }))))
write('overlay-overdue.png', png(svg(`<circle cx="50" cy="50" r="48" fill="${RED}"/>`), 32))
for (const [name, source] of Object.entries(tray)) write(`tray-${name}.png`, png(source, 32))
for (const [name, source] of Object.entries(menuBar)) {
  write(`tray-${name}-Template.png`, png(source, 18))
  write(`tray-${name}-Template@2x.png`, png(source, 36))
}
