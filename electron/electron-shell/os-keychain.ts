import type { SafeStorage } from 'electron';
import type { SecretProtector } from '../services/keys';

/**
 * Electron's safeStorage as the services see it. On Linux without a secret service it only
 * scrambles with a password written in its own source (`basic_text`): that is no protection
 * and is not called one.
 */
export function osKeychain(safeStorage: SafeStorage, platform: string): SecretProtector {
  return {
    available: () =>
      safeStorage.isEncryptionAvailable() &&
      (platform !== 'linux' || safeStorage.getSelectedStorageBackend() !== 'basic_text'),
    protect: (text) => safeStorage.encryptString(text),
    reveal: (bytes) => safeStorage.decryptString(Buffer.from(bytes)),
  };
}
