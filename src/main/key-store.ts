import { safeStorage } from 'electron'
import type { Cipher } from './secrets.ts'

/** The system's key store. On Linux without one Electron would encrypt with a key that everybody knows: that is none. */
export const keyStore: Cipher = {
  available: () =>
    safeStorage.isEncryptionAvailable() &&
    (process.platform !== 'linux' || !['basic_text', 'unknown'].includes(safeStorage.getSelectedStorageBackend())),
  encrypt: (text) => safeStorage.encryptString(text),
  decrypt: (bytes) => safeStorage.decryptString(bytes),
}
