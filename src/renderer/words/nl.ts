import { byNamespace } from './by-namespace.ts'

export default byNamespace(import.meta.glob('../../shared/locales/nl/*.json', { eager: true, import: 'default' }))
