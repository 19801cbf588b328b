import { describe, expect, test } from 'vitest'
import { mentionsAttachment } from '../../../src/shared/domain/attachments.ts'

describe('a text that says something comes along', () => {
  test.each([
    'In de bijlage vindt u de offerte.',
    'Zie bijlage.',
    'Beste Anneke,\n\nBijgevoegd de factuur van maart.\n\nGroet, Sanne',
    'Hierbij stuur ik de foto van het frame.',
    'Ik stuur je hierbij de tekening.',
    'De garantie zit in de bijlagen',
    'Please see the attached invoice.',
    'I have attached the drawing.',
    'You will find it in the attachment.',
    'Please find the quote below, attached to this message.',
    'Enclosed is the invoice.',
  ])('%s', (text) => {
    expect(mentionsAttachment(text)).toBe(true)
  })

  test.each([
    'Morgen om 12:00 hoort u van mij.',
    'Bedankt voor uw bijlage, we kijken ernaar.',
    'Dank voor je extra bijlagen.',
    'De bijlage die u stuurde kon ik niet openen. Wilt u hem nog eens sturen?',
    'We sturen het zonder bijlage.',
    'Thanks for your attachment.',
    'I could not open the file you attached.',
    'The lamp is attached to the frame.',
    'No strings attached!',
    '> In de bijlage vindt u de offerte.',
    'Wij zijn u erkentelijk en verbijlagen niets.',
  ])('not: %s', (text) => {
    expect(mentionsAttachment(text)).toBe(false)
  })
})
