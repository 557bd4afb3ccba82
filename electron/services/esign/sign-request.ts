import type { EscPerson, EscServer } from '../../../src/contract/esign';
import {
  fieldsV1,
  propertiesV2,
  type SignatureProperties,
} from '../../../src/domain/esign/sign-fields';
import { pathsOf } from '../../../src/domain/esign/server-settings';
import type { EscAsked } from './esc-line';
import { formBody, jsonBody, type FormPart } from './secret-body';

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

export interface SignRequest extends SignatureProperties {
  readonly server: EscServer;
  readonly person: EscPerson;
  readonly secret: { readonly kind: 'passphrase' | 'totp'; readonly value: Uint8Array };
}

/** Why this version of the service cannot do what is asked; null when it can. */
export function lackOf({ server, person, secret, look, placement }: SignRequest): string | null {
  const isVisible = placement.kind !== 'invisible';
  if (server.version === 'v2') return isVisible && look.kind === 'qr' ? 'qr' : null;
  if (secret.kind === 'totp') return 'totp';
  if (person.by === 'email') return 'email';
  // Version 1 draws a picture or a code; it has no empty box.
  return isVisible && look.kind === 'none' ? 'look' : null;
}

/** A person as version 2 names one in a body. */
export function personFields(person: EscPerson): Record<string, string> {
  return person.by === 'nik' ? { nik: person.nik } : { email: person.email };
}

function jsonRequest(
  path: string,
  fields: Readonly<Record<string, string | object>>,
  secrets: Readonly<Record<string, Uint8Array>>,
): EscAsked {
  return {
    method: 'POST',
    path,
    body: jsonBody(fields, secrets),
    contentType: 'application/json',
    patience: 'sign',
  };
}

function formRequest(request: SignRequest, pdf: Uint8Array): EscAsked {
  const { server, person, secret, look } = request;
  const parts: FormPart[] = [
    { name: 'file', file: pdf, fileName: 'dokumen.pdf', mediaType: 'application/pdf' },
    { name: 'nik', text: person.by === 'nik' ? person.nik : '' },
    { name: 'passphrase', secret: secret.value },
  ];
  for (const [name, text] of Object.entries(fieldsV1(request, server.v1Box))) {
    parts.push({ name, text });
  }
  if (look.kind === 'picture' && request.placement.kind !== 'invisible') {
    const { bytes, mediaType } = look;
    const fileName = mediaType === 'image/png' ? 'ttd.png' : 'ttd.jpg';
    parts.push({ name: 'imageTTD', file: bytes, fileName, mediaType });
  }
  const path = pathsOf(server).v1Sign;
  return { method: 'POST', path, ...formBody(parts), patience: 'sign' };
}

/** The one request that signs a document. Its body holds the secret and is to be wiped. */
export function signRequest(request: SignRequest, pdf: Uint8Array): EscAsked {
  if (request.server.version === 'v1') return formRequest(request, pdf);
  const fields = {
    ...personFields(request.person),
    signatureProperties: [propertiesV2(request, base64)],
    file: [base64(pdf)],
  };
  const { kind, value } = request.secret;
  return jsonRequest(pathsOf(request.server).v2Sign, fields, { [kind]: value });
}

/** The one request that seals a document; only version 2 knows seals. */
export function sealRequest(
  request: SignatureProperties & {
    readonly server: EscServer;
    readonly subscriber: string;
    readonly totp: Uint8Array;
  },
  pdf: Uint8Array,
): EscAsked {
  const fields = {
    idSubscriber: request.subscriber,
    signatureProperties: [propertiesV2(request, base64)],
    file: [base64(pdf)],
  };
  return jsonRequest(pathsOf(request.server).v2Seal, fields, { totp: request.totp });
}
