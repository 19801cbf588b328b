import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { blocksOf, partsOf } from '../../src/renderer/help/guide.ts'

const DOCS = join(import.meta.dirname, '../../docs')
const guide = (language: string) => blocksOf(readFileSync(join(DOCS, `user-guide.${language}.md`), 'utf8'))

describe('the user guide', () => {
  test('says the same in both languages: block by block, with the same pictures', () => {
    const shape = (language: string): string[] =>
      guide(language).map((block) => {
        if (block.kind === 'picture') return `picture ${block.file.replace(/-(nl|en)\.png$/, '')}`
        return block.kind === 'list' ? `list ${block.items.length}` : block.kind
      })
    expect(shape('nl')).toEqual(shape('en'))
    expect(shape('nl')).toContain('picture phone-note')
  })

  test.each(['nl', 'en'])('every picture of %s is there, and says what it shows', (language) => {
    const pictures = guide(language).filter((block) => block.kind === 'picture')
    expect(pictures.filter(({ file, alt }) => alt === '' || !existsSync(join(DOCS, 'images', file)))).toEqual([])
    expect(pictures.every(({ file }) => file.endsWith(`-${language}.png`))).toBe(true)
  })

  test('holds no markup that the screen would show as it stands', () => {
    const texts = ['nl', 'en'].flatMap(guide).flatMap((block) => {
      if (block.kind === 'picture') return []
      return block.kind === 'list' ? block.items : [block.text]
    })
    expect(texts.flatMap(partsOf).filter(({ words }) => /[*`[\]<>]|^#/.test(words))).toEqual([])
  })
})

test('bold and emphasis are taken apart', () => {
  expect(partsOf('Kies **Te laat**, of typ _morgen_.').map(({ words, how }) => [words, how])).toEqual([
    ['Kies ', 'plain'],
    ['Te laat', 'strong'],
    [', of typ ', 'plain'],
    ['morgen', 'em'],
    ['.', 'plain'],
  ])
})
