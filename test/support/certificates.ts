import { execFile } from 'node:child_process'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

export interface Certificate {
  readonly keyFile: string
  readonly certFile: string
  readonly key: string
  readonly cert: string
}

/** A certificate authority of a test's own. */
export interface Authority {
  /** Its certificate as PEM: what a client must trust. */
  readonly pem: string
  /** For these names or IP addresses; `days` may be negative for one that has expired. */
  issue(names: readonly string[], days?: number): Promise<Certificate>
}

const KEY = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes']

export async function createAuthority(dir: string, name = 'Test authority'): Promise<Authority> {
  await mkdir(dir, { recursive: true })
  const at = (file: string): string => join(dir, file)
  await run('openssl', [
    'req',
    '-x509',
    ...KEY,
    '-keyout',
    at('ca.key'),
    '-out',
    at('ca.pem'),
    '-subj',
    `/CN=${name}`,
    '-days',
    '30',
  ])
  let issued = 0
  return {
    pem: await readFile(at('ca.pem'), 'utf8'),
    async issue(names, days = 30) {
      const id = `cert-${++issued}`
      const [keyFile, request, certFile, extensions] = ['key', 'csr', 'pem', 'ext'].map((kind) =>
        at(`${id}.${kind}`),
      ) as [string, string, string, string]
      const alternatives = names.map((one) => (/^[\d.]+$|:/.test(one) ? `IP:${one}` : `DNS:${one}`))
      await writeFile(extensions, `subjectAltName=${alternatives.join(',')}`)
      await run('openssl', ['req', ...KEY, '-keyout', keyFile, '-out', request, '-subj', `/CN=${names[0]}`])
      await run('openssl', [
        ...['x509', '-req', '-in', request, '-CA', at('ca.pem'), '-CAkey', at('ca.key'), '-CAcreateserial'],
        ...['-extfile', extensions, '-days', String(days), '-out', certFile],
      ])
      return { keyFile, certFile, key: await readFile(keyFile, 'utf8'), cert: await readFile(certFile, 'utf8') }
    },
  }
}
