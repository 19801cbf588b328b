import { byNamespace } from './by-namespace.ts'

export default byNamespace(import.meta.glob('../../shared/locales/en/*.json', { eager: true, import: 'default' }))
