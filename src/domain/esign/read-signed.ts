import { z } from 'zod';

const signedSchema = z.object({
  file: z.union([z.string(), z.array(z.string())]),
});

/**
 * The signed files of a version 2 answer `{time, file: […]}` as base64 without blanks and without
 * a `data:` head; null when there is none, or one that is no base64.
 */
export function readSignedFiles(value: unknown): readonly string[] | null {
  const parsed = signedSchema.safeParse(value);
  if (!parsed.success) return null;
  const { file } = parsed.data;
  const texts = (typeof file === 'string' ? [file] : file).map((text) =>
    text.replace(/^data:[^,]{0,100},/, '').replaceAll(/\s/g, ''),
  );
  const areRight = texts.every((text) => text !== '' && /^[A-Za-z0-9+/]*={0,2}$/.test(text));
  return texts.length > 0 && areRight ? texts : null;
}

/** The document's id of a version 1 answer: `id_dokumen`, also met as `id-dokumen`. */
export function readDocumentId(headers: Readonly<Record<string, string>>): string | null {
  const found = Object.entries(headers).find(([name]) => /^id[-_]dokumen$/i.test(name));
  const id = found?.[1].trim() ?? '';
  return /^[\x21-\x7e]{1,200}$/.test(id) ? id : null;
}

/** Whether bytes begin as a PDF does. */
export function isPdf(bytes: Uint8Array): boolean {
  return '%PDF-'.split('').every((sign, index) => bytes[index] === sign.charCodeAt(0));
}

/** Whether bytes end with or hold the text, searched from the end. */
export function holdsText(bytes: Uint8Array, text: string): boolean {
  const wanted = text.split('').map((sign) => sign.charCodeAt(0));
  for (let at = bytes.length - wanted.length; at >= 0; at -= 1) {
    if (wanted.every((code, index) => bytes[at + index] === code)) return true;
  }
  return false;
}
