import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { htmlToText } from '../../../src/shared/domain/html-to-text.ts'

describe('htmlToText', () => {
  it('puts blocks on lines of their own', () => {
    const html =
      '<html><head><title>x</title><style>p{}</style></head><body><p>Beste Sanne,</p>\n<p>Mijn <b>fiets</b>\n is   stuk.</p><div>Groet,<br>Els</div></body></html>'
    expect(htmlToText(html)).toBe('Beste Sanne,\n\nMijn fiets is stuk.\n\nGroet,\nEls')
  })

  it('keeps empty lines that a person typed, and no more', () => {
    expect(htmlToText('<div>a</div><div><br></div><div>b</div><br><br>c')).toBe('a\n\nb\n\n\nc')
  })

  it('keeps cells of a row apart and rows on lines', () => {
    expect(
      htmlToText('<table><tr><td>Naam</td><td>Els</td></tr><tr><th>E-mail</th><td>els@k.example</td></tr></table>'),
    ).toBe('Naam\tEls\nE-mail\tels@k.example')
  })

  it('lists', () => {
    expect(htmlToText('<ul><li>een</li><li>twee</li></ul>')).toBe('- een\n- twee')
  })

  it('marks quoted history', () => {
    expect(
      htmlToText('Ja graag.<blockquote><p>Past vrijdag?</p><blockquote>Wanneer?</blockquote></blockquote>Groet'),
    ).toBe('Ja graag.\n\n> Past vrijdag?\n>\n> > Wanneer?\n\nGroet')
  })

  it('keeps the lines of preformatted text', () => {
    expect(htmlToText('<pre>a  b\n c</pre>d')).toBe('a  b\n c\n\nd')
  })

  it('decodes entities', () => {
    expect(htmlToText('caf&eacute; &amp; br&#xF6;d &lt;b&gt; 5&nbsp;euro &#128512; &unknown; &#0;')).toBe(
      'café & bröd <b> 5 euro 😀 &unknown; �',
    )
  })

  it('leaves out what nobody sees', () => {
    const html =
      'a<script>if (1<2) alert("x")</script><style>b{}</style><!-- c --><template>d</template><select><option>e</select>f&#8203;&shy;g'
    expect(htmlToText(html)).toBe('afg')
  })

  it('comes out of a part that never closes', () => {
    expect(htmlToText('a<svg><svg/>b')).toBe('a')
    expect(htmlToText('a</p></div></script>b</blockquote>c')).toBe('a\n\nb\n\nc')
  })

  it('never lets a tag through as words', () => {
    const piece = fc.constantFrom(
      '<p>',
      '</p>',
      '<br/>',
      '<td>',
      '<blockquote>',
      '</blockquote>',
      '<pre>',
      '<li>',
      'woord',
      ' ',
      '\n',
      '<a href="x">',
      '<!--',
      '-->',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        expect(htmlToText(pieces.join(''))).not.toMatch(/<[a-z/!]|href/)
      }),
    )
  })

  it('keeps every word, in order', () => {
    const words = fc.array(
      fc.tuple(fc.stringMatching(/^[a-z]{1,8}$/), fc.constantFrom('p', 'div', 'td', 'b', 'li', 'blockquote', 'pre')),
    )
    fc.assert(
      fc.property(words, (pairs) => {
        const text = htmlToText(pairs.map(([word, tag]) => `<${tag}>${word}</${tag}> `).join(''))
        expect(text.split(/[\s>-]+/).filter((word) => word !== '')).toEqual(pairs.map(([word]) => word))
      }),
    )
  })

  it.each([
    '<b>',
    '<blockquote>',
    '<',
    '<!--',
    '<a ',
    '&',
    '&#',
    '<svg>',
    '<td>',
    '</p>',
    '<br>',
    '\u00a0',
    '<a href="',
    '<pre>\n',
  ])('reads a megabyte of %j', (piece) => {
    expect(htmlToText(`ja ${piece.repeat(1_000_000 / piece.length)}`)).toMatch(/^ja/)
  })
})
