import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { EVENT_KINDS } from '../../src/shared/contract/business.ts'
import { FAILURE_CODES } from '../../src/shared/contract/failure.ts'

// Every word on screen stands in src/shared/locales. A key that is used must be there in both languages, with the same blanks,
// and a key that is there must be used. Uses are read from the sources:
//   'namespace:key' anywhere, `namespace:prefix.${x}` for all keys that fit, and t('key') in a file with useTranslation('namespace').
// Main speaks `desktop` only; there a key may also wait in a table before it is said.

const ROOT = join(import.meta.dirname, '../..')
const LOCALES = join(ROOT, 'src/shared/locales')
const LANGUAGES = ['nl', 'en'] as const

type Words = ReadonlyMap<string, string>

function flatten(value: unknown, path: string): [string, string][] {
  if (typeof value === 'string') return [[path, value]]
  return Object.entries(value as Record<string, unknown>).flatMap(([key, inner]) =>
    flatten(inner, path.endsWith(':') ? path + key : `${path}.${key}`),
  )
}

function wordsOf(language: string): Words {
  const files = readdirSync(join(LOCALES, language)).filter((name) => name.endsWith('.json'))
  return new Map(
    files.flatMap((name) =>
      flatten(JSON.parse(readFileSync(join(LOCALES, language, name), 'utf8')), `${name.replace(/\.json$/, '')}:`),
    ),
  )
}

const words = { nl: wordsOf('nl'), en: wordsOf('en') }
const namespaces = [...new Set([...words.nl.keys(), ...words.en.keys()].map((key) => key.split(':')[0]!))]

/** A plural form is one key with several endings. */
const base = (key: string): string => key.replace(/_(?:zero|one|two|few|many|other)$/, '')
const keys = new Set([...words.nl.keys()].map(base))

interface Use {
  readonly file: string
  /** As written; BLANK stands for what is filled in at run time. */
  readonly key: string
}

function sources(): string[] {
  return readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' }).filter((name) => /\.tsx?$/.test(name))
}

const withoutComments = (code: string): string => code.replace(/\/\*[^]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1')

const BLANK = '\u0000'

/** The literal that starts with the quote at `start`, with blanks in the place of ${…}, and where it ends. */
function literalAt(code: string, start: number): { readonly text: string; readonly end: number } {
  const quote = code[start]
  let text = ''
  let at = start + 1
  while (at < code.length && code[at] !== quote) {
    if (quote === '`' && code.startsWith('${', at)) {
      at = closing(code, at + 1) + 1
      text += BLANK
    } else {
      text += code[at]
      at += code[at] === '\\' ? 2 : 1
    }
  }
  return { text, end: at }
}

/** Where the bracket at `open` closes; literals inside may hold brackets of their own. */
function closing(code: string, open: number): number {
  let depth = 0
  for (let at = open; at < code.length; at += 1) {
    const char = code[at]!
    if ('([{'.includes(char)) depth += 1
    if (')]}'.includes(char)) depth -= 1
    if (depth === 0) return at
    if ('\'"`'.includes(char)) at = literalAt(code, at).end
  }
  return code.length
}

function literalsBetween(code: string, from: number, to: number): string[] {
  const texts: string[] = []
  for (let at = from; at < to; at += 1) {
    if (!'\'"`'.includes(code[at]!)) continue
    const literal = literalAt(code, at)
    // What is compared with is no key: t(kind === 'call-in' ? 'x' : 'y').
    if (!/[=!]==\s*$/.test(code.slice(from, at))) texts.push(literal.text)
    at = literal.end
  }
  return texts
}

function usesIn(file: string): Use[] {
  const code = withoutComments(readFileSync(join(ROOT, 'src', file), 'utf8'))
  const full = new RegExp(`['"\`](?:${namespaces.join('|')}):`, 'g')
  const uses = [...code.matchAll(full)]
    .map((match) => literalAt(code, match.index).text)
    .filter((key) => /^[\w-]+:[\w\u0000.-]+$/.test(key))
    .map((key) => ({ file, key }))
  const inMain = file.split(/[\\/]/)[0] === 'main'
  const own = inMain ? 'desktop' : /useTranslation\('([\w-]+)'\)/.exec(code)?.[1]
  if (own === undefined) return uses
  const short = [...code.matchAll(/\bt\(/g)]
    .flatMap((call) => literalsBetween(code, call.index + 2, closing(code, call.index + 1)))
    .filter((text) => /^[\w\u0000.-]+$/.test(text) && text !== BLANK)
    .map((key) => ({ file, key: `${own}:${key}` }))
  const tabled = inMain ? [...code.matchAll(/'([\w.-]+)'/g)].map((match) => `desktop:${match[1]!}`) : []
  return [...uses, ...short, ...tabled.filter((key) => keys.has(key)).map((key) => ({ file, key }))]
}

const fits = (use: Use): ((key: string) => boolean) => {
  const pattern = new RegExp(
    `^${use.key
      .split(BLANK)
      .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
      .join('[\\w-]+')}$`,
  )
  return (key) => pattern.test(key)
}

const uses = sources().flatMap(usesIn)

describe('words on screen', () => {
  test('there are some, in both languages', () => {
    expect(words.nl.size).toBeGreaterThan(200)
    expect(uses.length).toBeGreaterThan(200)
  })

  test('Dutch and English have the same keys', () => {
    expect([...words.en.keys()].toSorted()).toEqual([...words.nl.keys()].toSorted())
  })

  test('the same blanks stand in both languages', () => {
    const blanks = (text: string | undefined): string[] =>
      [...new Set([...(text ?? '').matchAll(/\{\{\s*(\w+)/g)].map((match) => match[1]!))].toSorted()
    // A singular may leave its number out: "one mail".
    const differing = [...words.nl.keys()]
      .filter((key) => !key.endsWith('_one'))
      .filter((key) => blanks(words.nl.get(key)).join() !== blanks(words.en.get(key)).join())
    expect(differing).toEqual([])
  })

  test.each(LANGUAGES)('a plural in %s has both its forms', (language) => {
    const all = [...words[language].keys()]
    const alone = all.filter(
      (key) =>
        (key.endsWith('_one') && !words[language].has(`${base(key)}_other`)) ||
        (key.endsWith('_other') && !words[language].has(`${base(key)}_one`)),
    )
    expect(alone).toEqual([])
  })

  test('no word is empty', () => {
    expect(LANGUAGES.flatMap((language) => [...words[language]].filter(([, text]) => text.trim() === ''))).toEqual([])
  })

  test('every key that is used is there', () => {
    const missing = uses.filter((use) => ![...keys].some(fits(use)))
    expect(missing.map(({ file, key }) => `${file}: ${key.replaceAll(BLANK, '…')}`)).toEqual([])
  })

  test('every key that is there is used', () => {
    const used = uses.map(fits)
    expect([...keys].filter((key) => !used.some((fit) => fit(key)))).toEqual([])
  })

  test('every failure is worded: what happened, what is safe, what to do', () => {
    const wanted = FAILURE_CODES.flatMap((code) => ['what', 'safe', 'todo'].map((part) => `failure:${code}.${part}`))
    expect([...keys].filter((key) => key.startsWith('failure:')).toSorted()).toEqual(wanted.toSorted())
  })

  test('every line of the history is worded', () => {
    const unworded = EVENT_KINDS.filter(
      (kind) => ![...keys].some((key) => key.startsWith('history:') && key.includes(kind)),
    )
    expect(unworded).toEqual([])
  })

  test('the screens say neither u nor uw', () => {
    // Where the choice between u and je itself is named, an hour is shortened, or a customer is written to.
    const naming =
      /^(?:settings:(?:words|address)\.|templates:which\.|first-start:welcome\.addresses\.|overview:hours|overview:improve\.tellText)/
    const formal = [...words.nl].filter(([key, text]) => !naming.test(key) && /(?<!\w)(?:u|uw)(?!\w)/i.test(text))
    expect(formal).toEqual([])
  })
})
