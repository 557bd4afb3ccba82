/**
 * The one point every stored file passes on its way to the disk and back. Identity until the
 * office has a data key; then bytes are sealed here and nowhere else.
 */
export function sealBytes(bytes: Uint8Array): Promise<Uint8Array> {
  return Promise.resolve(bytes);
}

/** The reverse of `sealBytes`. */
export function openBytes(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  return Promise.resolve(bytes);
}
