import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { deflateRawSync, gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { extractFromTgz, extractZip } from '../../scripts/lib/archive.mjs'
import { hashFiles } from '../../scripts/lib/build.mjs'

let folder
beforeEach(async () => (folder = await mkdtemp(path.join(tmpdir(), 'archive-'))))
afterEach(() => rm(folder, { recursive: true }))

function tar(files) {
  const blocks = files.flatMap(([name, content]) => {
    const header = Buffer.alloc(512)
    header.write(name)
    header.write(content.length.toString(8).padStart(11, '0'), 124)
    const body = Buffer.alloc(Math.ceil(content.length / 512) * 512)
    body.write(content)
    return [header, body]
  })
  return Buffer.concat([...blocks, Buffer.alloc(1024)])
}

function zip(files) {
  const locals = []
  const centrals = []
  let offset = 0
  for (const { name, content, deflate = false, mode = 0o644 } of files) {
    const data = deflate ? deflateRawSync(content) : Buffer.from(content)
    const local = Buffer.alloc(30 + name.length)
    local.writeUInt16LE(name.length, 26)
    local.write(name, 30)
    const central = Buffer.alloc(46 + name.length)
    central.writeUInt16LE(deflate ? 8 : 0, 10)
    central.writeUInt32LE(data.length, 20)
    central.writeUInt16LE(name.length, 28)
    central.writeUInt32LE((mode << 16) >>> 0, 38)
    central.writeUInt32LE(offset, 42)
    central.write(name, 46)
    locals.push(local, data)
    centrals.push(central)
    offset += local.length + data.length
  }
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt32LE(Buffer.concat(centrals).length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...locals, ...centrals, end])
}

describe('unpacking', () => {
  it('takes one file out of a .tgz', async () => {
    const long = 'x'.repeat(200_000)
    await writeFile(
      path.join(folder, 'a.tgz'),
      gzipSync(
        tar([
          ['package/package.json', '{}'],
          ['package/shell.zip', long],
        ]),
      ),
    )
    await extractFromTgz(path.join(folder, 'a.tgz'), '.zip', path.join(folder, 'out'))
    expect(await readFile(path.join(folder, 'out'), 'utf8')).toBe(long)
  })

  it('says so when the .tgz lacks the file or is cut off', async () => {
    const whole = gzipSync(tar([['package/package.json', '{}']]))
    await writeFile(path.join(folder, 'a.tgz'), whole)
    await expect(extractFromTgz(path.join(folder, 'a.tgz'), '.zip', path.join(folder, 'out'))).rejects.toThrow(
      /holds no file/,
    )
    await writeFile(path.join(folder, 'b.tgz'), whole.subarray(0, 20))
    await expect(extractFromTgz(path.join(folder, 'b.tgz'), '.zip', path.join(folder, 'out'))).rejects.toThrow(
      /unexpected end/,
    )
  })

  it('unpacks a zip with names, contents and modes, leaving out what is not wanted', async () => {
    const files = [
      { name: 'P/P', content: 'program', mode: 0o755 },
      { name: 'P/text', content: 'text '.repeat(100), deflate: true },
      { name: 'P/empty', content: '' },
      { name: 'P/other', content: 'no' },
    ]
    await writeFile(path.join(folder, 'a.zip'), zip(files))
    const target = path.join(folder, 'dist')
    await extractZip(path.join(folder, 'a.zip'), target, (name) => (name === 'P/other' ? undefined : name.slice(2)))
    expect(await readFile(path.join(target, 'text'), 'utf8')).toBe('text '.repeat(100))
    expect((await stat(path.join(target, 'P'))).mode & 0o111).not.toBe(0)
    expect((await stat(path.join(target, 'empty'))).size).toBe(0)
    await expect(stat(path.join(target, 'other'))).rejects.toThrow(/ENOENT/)
  })

  it('refuses a path that leads outside', async () => {
    await writeFile(path.join(folder, 'a.zip'), zip([{ name: '../evil', content: 'x' }]))
    await expect(extractZip(path.join(folder, 'a.zip'), path.join(folder, 'dist'), (name) => name)).rejects.toThrow(
      /unsafe/,
    )
  })
})

it('notices a changed, added or renamed source, and nothing else', async () => {
  await mkdir(path.join(folder, 'src'))
  await writeFile(path.join(folder, 'src', 'a.ts'), '1')
  const first = await hashFiles(folder, ['src', 'missing'])
  await writeFile(path.join(folder, 'src', 'a.ts'), '1')
  expect(await hashFiles(folder, ['src', 'missing'])).toBe(first)
  await writeFile(path.join(folder, 'src', 'b.ts'), '')
  const added = await hashFiles(folder, ['src'])
  await writeFile(path.join(folder, 'src', 'a.ts'), '2')
  expect(new Set([first, added, await hashFiles(folder, ['src'])]).size).toBe(3)
})
