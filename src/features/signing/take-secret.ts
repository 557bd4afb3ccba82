/** Longest passphrase that is taken, in characters: four bytes each fit what the shell takes. */
export const LONGEST_SECRET = 250;

/**
 * Takes what was typed out of its field, as bytes that can be overwritten, and leaves the field
 * empty. Null where nothing was typed. The text itself is kept nowhere: the field is read once.
 */
export function takeSecret(field: HTMLInputElement | null): Uint8Array<ArrayBuffer> | null {
  if (field === null || field.value === '') return null;
  const secret = new TextEncoder().encode(field.value);
  field.value = '';
  return secret;
}
