import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { customerName, snippetOf } from '../../../src/shared/domain/sender-name.ts'

describe('customerName', () => {
  it.each([
    ['Piet Jansen', 'piet@klant.example', 'Piet Jansen'],
    ['Jansen, Piet', 'piet@klant.example', 'Piet Jansen'],
    ['"Jong, P. de"', 'p@klant.example', 'P. de Jong'],
    ['Vos Tweewielers, B.V.', 'info@vos.example', 'Vos Tweewielers, B.V.'],
    ['  Els\t van  Dijk ', 'els@klant.example', 'Els van Dijk'],
    ["'els@klant.example'", 'els@klant.example', 'els@klant.example'],
    ['RenÃ© BrÃ»lÃ©', 'rene@klant.example', 'René Brûlé'],
    ['Ã la carte', 'a@klant.example', 'Ã la carte'],
    ['Els via Marktplaats (via Marktplaats)', 'x@m.example', 'Els via Marktplaats'],
    ['', 'piet.jansen@gmail.example', 'Piet Jansen'],
    ['', 'jan.van.der.ijssel@gmail.example', 'Jan van der IJssel'],
    ['', 'info@bakkerij-jansen.example', 'Bakkerij Jansen'],
    ['', 'sales@shop.co.uk', 'Shop'],
    ['', 'info@mail.jansen.example', 'Jansen'],
    ['', 'p123@gmail.example', 'p123@gmail.example'],
    ['', 'piet+fiets@gmail.example', 'piet+fiets@gmail.example'],
    ['', 'geen adres', 'geen adres'],
    ['', '', ''],
  ])('%j <%s> is called %j', (name, address, called) => {
    expect(customerName({ name, address })).toBe(called)
  })

  it('is one short line whatever it gets', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 300 }),
        fc.string({ unit: 'binary', maxLength: 300 }),
        (name, address) => {
          const called = customerName({ name, address })
          expect([...called].length).toBeLessThanOrEqual(80)
          expect(called).not.toMatch(/\p{Cc}/u)
        },
      ),
    )
    expect(customerName({ name: '" '.repeat(500_000), address: '.'.repeat(1_000_000) }).length).toBeLessThanOrEqual(80)
  })
})

describe('snippetOf', () => {
  it('is the first words on one line', () => {
    expect(snippetOf('Goedemorgen,\n\n  mijn fiets\tis stuk. ')).toBe('Goedemorgen, mijn fiets is stuk.')
    const long = snippetOf('fiets '.repeat(100))
    expect(long).toMatch(/^(?:fiets )+fiets…$/)
    expect(long.length).toBeLessThanOrEqual(160)
    expect(snippetOf('x'.repeat(500))).toHaveLength(160)
  })

  it('never cuts a character in two', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 100, maxLength: 400 }), (text) => {
        expect(snippetOf(text).isWellFormed()).toBe(true)
        expect(snippetOf(text).length).toBeLessThanOrEqual(160)
      }),
    )
  })
})
