import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isProgram, safeAttachmentName } from '../../../src/shared/domain/attachment-name.ts'

describe('safeAttachmentName', () => {
  it.each([
    ['factuur.pdf', 'factuur.pdf'],
    ['Offerte 12 (definitief).docx', 'Offerte 12 (definitief).docx'],
    ['naïef – één.txt', 'naïef – één.txt'],
    ['../../etc/passwd', 'passwd'],
    ['..\\..\\windows\\system.ini', 'system.ini'],
    ['/etc/shadow', 'shadow'],
    ['C:\\temp\\a.txt', 'a.txt'],
    ['map/', 'map'],
    ['a:b|c?.txt', 'a_b_c_.txt'],
    ['CON', '_CON'],
    ['nul.txt', '_nul.txt'],
    ['Com1.tar.gz', '_Com1.tar.gz'],
    ['console.txt', 'console.txt'],
    ['foto\u202Egpj.exe', 'fotogpj.exe'],
    ['a\u0000b.txt', 'ab.txt'],
    ['.htaccess', 'htaccess'],
    ['rapport. . .', 'rapport'],
    ['', 'attachment'],
    ['...', 'attachment'],
    ['/', 'attachment'],
    ['\u200b', 'attachment'],
  ])('%j becomes %j', (name, safe) => {
    expect(safeAttachmentName(name)).toBe(safe)
  })

  it('keeps the extension of a long name', () => {
    const safe = safeAttachmentName(`${'é'.repeat(300)}.pdf`)
    expect(safe.endsWith('.pdf')).toBe(true)
    expect([...safe]).toHaveLength(120)
  })

  it('fits in the bytes of a file system too', () => {
    const safe = safeAttachmentName(`${'\u{1F600}'.repeat(100)}.jpeg`)
    expect(new TextEncoder().encode(safe).length).toBeLessThanOrEqual(240)
    expect(safe.endsWith('\u{1F600}.jpeg')).toBe(true)
  })

  it('uses the fallback it is given', () => {
    expect(safeAttachmentName('..', 'bijlage')).toBe('bijlage')
  })

  const nasty = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 400 }),
    fc
      .array(
        fc.constantFrom(
          '../',
          '..\\',
          '/',
          'C:',
          'con',
          'NUL',
          '.',
          ' ',
          '\0',
          '\u202e',
          'é',
          'a',
          '.exe',
          '\u{1F600}',
          '\ud800',
          '\n',
        ),
        { maxLength: 200 },
      )
      .map((parts) => parts.join('')),
  )

  it('is always one plain name that stays in its folder', () => {
    fc.assert(
      fc.property(nasty, (name) => {
        const safe = safeAttachmentName(name)
        expect(safe).not.toBe('')
        expect([...safe].length).toBeLessThanOrEqual(120)
        expect(safe).not.toMatch(/[/\\<>:"|?*\p{Cc}\p{Cf}]|^[.\s]|[.\s]$/u)
        expect(safe).not.toMatch(/^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i)
        expect(safe.isWellFormed()).toBe(true)
        expect(new TextEncoder().encode(safe).length).toBeLessThanOrEqual(255)
      }),
    )
  })

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(nasty, (name) => {
        const safe = safeAttachmentName(name)
        expect(safeAttachmentName(safe)).toBe(safe)
      }),
    )
  })

  it('reads a megabyte', () => {
    expect(safeAttachmentName(`${' .'.repeat(500_000)}x`)).toBe('attachment')
  })
})

describe('isProgram', () => {
  it.each([
    'a.exe',
    'factuur.pdf.EXE',
    'foto\u202Egpj.scr',
    'x.js',
    'x.docm',
    'x.lnk',
    'x.html',
    'x.jar ',
    'x.ps1.',
    'x.iso',
    'x.cmd',
  ])('warns for %j', (name) => {
    expect(isProgram(name)).toBe(true)
  })

  it.each(['a.pdf', 'exe', 'foto.jpg', 'x.docx', 'x.zip', 'x.txt', 'brief', 'x.ics', 'x.eml'])(
    'does not warn for %j',
    (name) => {
      expect(isProgram(name)).toBe(false)
    },
  )
})
