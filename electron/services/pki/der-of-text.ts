/** Every PEM block of a label in a text, as DER; none where there is none. */
export function pemBlocks(bytes: Uint8Array, label: RegExp): readonly Uint8Array[] {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const blocks = text.matchAll(/-----BEGIN ([A-Z0-9 ]{1,60})-----([A-Za-z0-9+/=\s]*)-----END/g);
  return Array.from(blocks)
    .filter(([, name = '']) => label.test(name))
    .slice(0, 100)
    .map(([, , base64 = '']) => new Uint8Array(Buffer.from(base64, 'base64')));
}

/** Bytes that may be PEM, as DER: the first block, or the bytes as they are. */
export function derOfText(bytes: Uint8Array): Uint8Array {
  if (bytes[0] === 0x30) return bytes;
  return pemBlocks(bytes, /./)[0] ?? bytes;
}
