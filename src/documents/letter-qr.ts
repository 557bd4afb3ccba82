/** What the QR code of a letter says: an opaque id, nothing about a person. */
export function letterQrText(letterId: string): string {
  return `loket-se:${letterId}`;
}
