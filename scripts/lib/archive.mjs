// Just enough tar and zip to unpack one known package with Node's own modules.
import { createReadStream, createWriteStream, promises as fs } from 'node:fs'
import path from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createInflateRaw } from 'node:zlib'

/** Writes the first file of a .tgz whose name ends in `suffix` to `target`, without holding it in memory. */
export async function extractFromTgz(tgz, suffix, target) {
  const output = await fs.open(target, 'w')
  const input = createReadStream(tgz)
  try {
    let pending = Buffer.alloc(0)
    let skip = 0
    let wanted = -1
    // A stream error must reach the loop below, so the two are joined by `pipeline` and read from its end.
    const tar = createGunzip()
    const joined = pipeline(input, tar).catch((error) => tar.destroy(error))
    for await (const chunk of tar) {
      pending = pending.length ? Buffer.concat([pending, chunk]) : chunk
      while (pending.length) {
        if (skip > 0) {
          const taken = Math.min(skip, pending.length)
          pending = pending.subarray(taken)
          skip -= taken
        } else if (wanted > 0) {
          const part = pending.subarray(0, wanted)
          await output.write(part)
          wanted -= part.length
          pending = pending.subarray(part.length)
          if (wanted === 0) return
        } else {
          if (pending.length < 512) break
          const name = pending.toString('utf8', 0, 100).replace(/\0.*$/s, '')
          const size = Number.parseInt(pending.toString('latin1', 124, 136), 8) || 0
          pending = pending.subarray(512)
          if (name.endsWith(suffix)) wanted = size
          else skip = Math.ceil(size / 512) * 512
        }
      }
    }
    await joined
    throw new Error(`the package holds no file *${suffix}`)
  } finally {
    input.destroy()
    await output.close()
  }
}

/** Unpacks a zip. `rename(name)` returns the path below `target`, or undefined to leave an entry out. */
export async function extractZip(zip, target, rename) {
  const file = await fs.open(zip, 'r')
  try {
    for (const entry of await zipEntries(file)) {
      const name = entry.name.endsWith('/') ? undefined : rename(entry.name)
      if (name === undefined) continue
      const destination = path.join(target, name)
      if (!destination.startsWith(target + path.sep)) throw new Error(`unsafe path in the package: ${entry.name}`)
      await fs.mkdir(path.dirname(destination), { recursive: true })
      await writeEntry(file, entry, destination)
    }
  } finally {
    await file.close()
  }
}

async function zipEntries(file) {
  const { size } = await file.stat()
  const tail = await readAt(file, Math.max(0, size - 65_557), Math.min(size, 65_557))
  const end = tail.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'))
  if (end < 0) throw new Error('the package holds no readable zip')
  const directory = await readAt(file, tail.readUInt32LE(end + 16), tail.readUInt32LE(end + 12))
  const entries = []
  for (let at = 0; at < directory.length;) {
    const nameLength = directory.readUInt16LE(at + 28)
    entries.push({
      method: directory.readUInt16LE(at + 10),
      compressed: directory.readUInt32LE(at + 20),
      mode: (directory.readUInt32LE(at + 38) >>> 16) & 0o777,
      offset: directory.readUInt32LE(at + 42),
      name: directory.toString('utf8', at + 46, at + 46 + nameLength),
    })
    at += 46 + nameLength + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32)
  }
  return entries
}

async function writeEntry(file, entry, destination) {
  const header = await readAt(file, entry.offset, 30)
  const start = entry.offset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28)
  const mode = entry.mode || 0o644
  if (entry.compressed === 0) return fs.writeFile(destination, '', { mode })
  const source = Readable.from(chunks(file, start, entry.compressed))
  const output = createWriteStream(destination, { mode })
  await (entry.method === 8 ? pipeline(source, createInflateRaw(), output) : pipeline(source, output))
}

async function* chunks(file, start, length, size = 1 << 20) {
  for (let done = 0; done < length; done += size) {
    yield await readAt(file, start + done, Math.min(size, length - done))
  }
}

async function readAt(file, position, length) {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position)
  if (bytesRead !== length) throw new Error('the package ends too early')
  return buffer
}
