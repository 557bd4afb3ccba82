import { strFromU8 } from 'fflate';

/**
 * Whether a PDF carries an electronic signature. A signature's own entry always stands readable
 * in the file, for the bytes it covers are counted around it (ISO 32000-2, 12.8.1); a file that
 * only claims one is left alone like one that has it.
 */
export function carriesSignature(bytes: Uint8Array): boolean {
  return /\/ByteRange\s*\[/.test(strFromU8(bytes, true));
}
