import { randomBytes } from 'node:crypto';

/** A part of a request: text known beforehand, or a secret as bytes. */
export type JsonField = string | number | boolean | object | undefined;

/** Overwrites bytes that held a secret. */
export function wipe(...secrets: readonly (Uint8Array | null | undefined)[]): void {
  for (const secret of secrets) secret?.fill(0);
}

const hexDigits = Buffer.from('0123456789abcdef');

/** UTF-8 text as it stands between the quotes of JSON (RFC 8259, 7), without ever being a string. */
export function jsonEscaped(secret: Uint8Array): Buffer {
  const escaped = Buffer.alloc(secret.length * 6);
  let length = 0;
  for (const byte of secret) {
    if (byte === 0x22 || byte === 0x5c) {
      escaped[length] = 0x5c;
      escaped[length + 1] = byte;
      length += 2;
    } else if (byte < 0x20) {
      escaped.write('\\u00', length, 'latin1');
      escaped[length + 4] = hexDigits[byte >> 4] ?? 0;
      escaped[length + 5] = hexDigits[byte & 15] ?? 0;
      length += 6;
    } else {
      escaped[length] = byte;
      length += 1;
    }
  }
  return escaped.subarray(0, length);
}

/**
 * A JSON object in which some fields are secrets. These are copied in as bytes, so that the body
 * can be overwritten when it has left; the rest is ordinary text.
 */
export function jsonBody(
  fields: Readonly<Record<string, JsonField>>,
  secrets: Readonly<Record<string, Uint8Array>> = {},
): Buffer {
  const names = Object.keys(secrets);
  const plain = Buffer.from(JSON.stringify(fields));
  if (names.length === 0) return plain;
  const pieces: Buffer[] = [Buffer.from('{')];
  const escapes = names.map((name) => jsonEscaped(secrets[name] ?? new Uint8Array()));
  for (const [index, name] of names.entries()) {
    pieces.push(Buffer.from(`${JSON.stringify(name)}:"`), escapes[index] ?? Buffer.alloc(0));
    pieces.push(Buffer.from('"'));
    if (index < names.length - 1) pieces.push(Buffer.from(','));
  }
  const rest = plain.subarray(1);
  // `{}` leaves only its closing brace.
  if (rest.length > 1) pieces.push(Buffer.from(','));
  const body = Buffer.concat([...pieces, rest]);
  wipe(...escapes);
  return body;
}

/** One part of a form: a text, a secret or a file. */
export type FormPart =
  | { readonly name: string; readonly text: string }
  | { readonly name: string; readonly secret: Uint8Array }
  | {
      readonly name: string;
      readonly file: Uint8Array;
      readonly fileName: string;
      readonly mediaType: string;
    };

/** A `multipart/form-data` body (RFC 7578) and its content type. File names are fixed and plain. */
export function formBody(parts: readonly FormPart[]): {
  readonly body: Buffer;
  readonly contentType: string;
} {
  const boundary = `loket-${randomBytes(16).toString('hex')}`;
  const pieces: Uint8Array[] = [];
  for (const part of parts) {
    const isFile = 'file' in part;
    const fileName = isFile ? `; filename="${part.fileName}"` : '';
    const type = isFile ? `Content-Type: ${part.mediaType}\r\n` : '';
    pieces.push(
      Buffer.from(
        `--${boundary}\r\nContent-Disposition: form-data; name="${part.name}"${fileName}\r\n${type}\r\n`,
      ),
    );
    if (isFile) pieces.push(part.file);
    else pieces.push('secret' in part ? part.secret : Buffer.from(part.text));
    pieces.push(Buffer.from('\r\n'));
  }
  pieces.push(Buffer.from(`--${boundary}--\r\n`));
  return { body: Buffer.concat(pieces), contentType: `multipart/form-data; boundary=${boundary}` };
}

/** Overwrites a secret wherever a body quotes it, before that body becomes text. */
export function strikeOut(body: Uint8Array, secrets: readonly Uint8Array[]): void {
  const view = Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  for (const secret of secrets) {
    // So short a secret stands in any text by chance.
    if (secret.length < 4) continue;
    for (let at = view.indexOf(secret); at >= 0; at = view.indexOf(secret, at + secret.length)) {
      view.fill(0x2a, at, at + secret.length);
    }
  }
}
