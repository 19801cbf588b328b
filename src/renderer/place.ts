import type { Destination } from '../shared/contract/desktop.ts'

const SCREENS = ['today', 'queue', 'outbox', 'overview', 'settings'] as const

/** The address of a place, as it stands behind the # of this window: #/case/0190… or #/phone-note?number=%2B31… */
export function toHash(place: Destination): string {
  if (place.screen === 'case') return `#/case/${place.caseId}${place.compose === true ? '?compose' : ''}`
  if (place.screen === 'phone-note') {
    return place.number === null ? '#/phone-note' : `#/phone-note?number=${encodeURIComponent(place.number)}`
  }
  if (place.screen === 'overview-print') {
    const { month, language, names } = place
    return `#/overview-print?month=${month}&language=${language}${names ? '&names' : ''}`
  }
  return `#/${place.screen}`
}

/** The place behind an address; null when it names none. */
export function fromHash(hash: string): Destination | null {
  const [path = '', search = ''] = hash.replace(/^#\//, '').split('?')
  const [screen, caseId] = path.split('/')
  if (screen === 'phone-note') return { screen, number: new URLSearchParams(search).get('number') }
  if (screen === 'overview-print') {
    const asked = new URLSearchParams(search)
    const language = asked.get('language') === 'en' ? 'en' : 'nl'
    return { screen, month: asked.get('month') ?? '', language, names: asked.has('names') }
  }
  if (screen === 'case') {
    if (caseId === undefined || caseId === '') return null
    return search === 'compose' ? { screen, caseId, compose: true } : { screen, caseId }
  }
  const known = SCREENS.find((name) => name === screen)
  return known === undefined ? null : { screen: known }
}
