import type { Sealed } from '../../contract/sealed';
import type { SealPlace } from './sealer';

/** AES-256-GCM under the subject's key; `data` is `<subject>.<base64 of nonce and ciphertext>`. */
export const SEAL_SCHEME = 'aes-gcm-1';
/** Bytes of the random nonce in front of the ciphertext. */
export const NONCE_BYTES = 12;

/** The text that is authenticated with a seal: another place or subject does not open it. */
export function boundText({ table, id }: SealPlace, subject: string): string {
  return JSON.stringify(['loket-se', SEAL_SCHEME, table, id, subject]);
}

/** A sealed value of that subject; `bytes` is the base64 of nonce and ciphertext. */
export function sealedText(subject: string, bytes: string): Sealed {
  return { scheme: SEAL_SCHEME, data: `${subject}.${bytes}` };
}

/** Subject and base64 of a sealed value; undefined for another scheme. */
export function readSealed({
  scheme,
  data,
}: Sealed): { readonly subject: string; readonly bytes: string } | undefined {
  const dot = data.indexOf('.');
  if (scheme !== SEAL_SCHEME || dot < 1) return undefined;
  return { subject: data.slice(0, dot), bytes: data.slice(dot + 1) };
}
