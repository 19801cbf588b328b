import type { Destination } from '../shared/contract/desktop.ts'
import { NAG_ACTS } from '../shared/domain/nag-acts.ts'

const SCREENS = ['today', 'queue', 'outbox', 'overview', 'settings'] as const

/** The address of a place, as it stands behind the # of this window: #/case/0190… or #/phone-note?number=%2B31… */
export function toHash(place: Destination): string {
  if (place.screen === 'case') {
    const { caseId, nag } = place
    const about = nag === undefined ? '' : `?nag=${nag.promiseId}${nag.act === null ? '' : `&act=${nag.act}`}`
    return `#/case/${caseId}${place.compose === true ? '?compose' : about}`
  }
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
    if (search === 'compose') return { screen, caseId, compose: true }
    const asked = new URLSearchParams(search)
    const promiseId = asked.get('nag')
    if (promiseId === null) return { screen, caseId }
    return { screen, caseId, nag: { promiseId, act: NAG_ACTS.find((act) => act === asked.get('act')) ?? null } }
  }
  const known = SCREENS.find((name) => name === screen)
  return known === undefined ? null : { screen: known }
}
