import { randomUUID } from 'node:crypto';
import { jsonReply, type Reply } from '../ams-gateway/replies';
import { refusalV1, verdictV1, verdictV2 } from './bodies';
import type { EscManners, EscRoute } from './orders';

/** Somebody the service knows. */
export interface EscPersonRecord {
  readonly status: string;
  readonly passphrase: string;
  readonly totp?: string;
}

/** What the service holds; a test looks at it and changes it. */
export interface EscState {
  readonly people: Map<string, EscPersonRecord>;
  readonly manners: EscManners;
  /** Signed documents of version 1, each handed out once. */
  readonly documents: Map<string, Buffer | null>;
  /** How often a document was signed. */
  signatures: number;
  readonly certificates: readonly string[];
  /** Makes a real signature; without it a mark stands behind the document. */
  readonly sign: ((pdf: Buffer) => Promise<Buffer>) | null;
  sealTotp: string;
}

export interface EscAskedRequest {
  readonly route: EscRoute;
  readonly path: string;
  readonly contentType: string;
  readonly body: Buffer;
}

const codes: Readonly<Record<string, readonly [number, string]>> = {
  ISSUE: [1111, 'User sudah terdaftar dan memiliki sertifikat dengan status ISSUE'],
  NOT_REGISTERED: [2011, 'User tidak terdaftar'],
  NO_CERTIFICATE: [2021, 'User belum memiliki sertifikat'],
};

function statusReply(state: EscState, id: string, version: 'v1' | 'v2'): Reply {
  const person = state.people.get(id);
  // A made-up id of 16 digits has NO_CERTIFICATE, anything else is not registered.
  const word =
    person?.status ??
    (version === 'v2' && /^\d{16}$/.test(id) ? 'NO_CERTIFICATE' : 'NOT_REGISTERED');
  const [code, message] = codes[word] ?? [2000, `Status ${word}`];
  const status_code = version === 'v1' && word === 'NOT_REGISTERED' ? 1110 : code;
  return jsonReply(200, { status_code, status: word, message });
}

/** The document with a signature, or a mark of one, behind it. */
async function signedFile(state: EscState, pdf: Buffer): Promise<Buffer> {
  state.signatures += 1;
  if (state.sign !== null) return state.sign(pdf);
  const mark = `\n% tanda tangan ${String(state.signatures)}\n<< /Type /Sig /ByteRange [0 1 2 3] >>\n%%EOF\n`;
  return Buffer.concat([pdf, Buffer.from(mark)]);
}

async function fileReply(state: EscState, pdf: Buffer): Promise<Reply> {
  const id = randomUUID();
  const signed = await signedFile(state, pdf);
  state.documents.set(id, signed);
  const headers = { 'content-type': 'application/pdf', [state.manners.idHeader]: id };
  return { status: 200, headers, body: signed };
}

/** Why a person cannot sign; null when he can. */
function refusalOf(state: EscState, id: string, secret: string): readonly [number, string] | null {
  const person = state.people.get(id);
  if (person === undefined) return [2011, `User tidak terdaftar untuk NIK ${id}`];
  if (person.status !== 'ISSUE') return [2021, 'Sertifikat tidak aktif'];
  const isRight = secret === person.passphrase || secret === person.totp;
  return isRight ? null : [2031, 'Passphrase anda salah'];
}

async function signV1(state: EscState, request: EscAskedRequest): Promise<Reply> {
  const form = await formOf(request);
  const text = (name: string): string => {
    const value = form.get(name);
    return typeof value === 'string' ? value : '';
  };
  const refusal = refusalOf(state, text('nik'), text('passphrase'));
  if (refusal !== null) return jsonReply(400, refusalV1(state.manners, ...refusal));
  const file = form.get('file');
  if (typeof file === 'string' || file === null) return jsonReply(400, { error: 'file' });
  return fileReply(state, Buffer.from(await file.arrayBuffer()));
}

export function formOf({ body, contentType }: EscAskedRequest): Promise<FormData> {
  return new Response(new Uint8Array(body), {
    headers: { 'content-type': contentType },
  }).formData();
}

/** The first of some fields that holds a text. */
function textIn(body: Record<string, unknown>, ...names: readonly string[]): string {
  const found = names.map((name) => body[name]).find((value) => typeof value === 'string');
  return typeof found === 'string' ? found : '';
}

async function signV2(state: EscState, body: Record<string, unknown>): Promise<Reply> {
  const id = textIn(body, 'nik', 'email');
  const refusal = refusalOf(state, id, textIn(body, 'passphrase', 'totp'));
  if (refusal !== null) {
    const [status_code, error] = refusal;
    return jsonReply(400, { error, status_code });
  }
  return filesReply(state, body);
}

async function filesReply(state: EscState, body: Record<string, unknown>): Promise<Reply> {
  const files = Array.isArray(body['file']) ? body['file'] : [];
  const file: string[] = [];
  for (const text of files) {
    const signed = await signedFile(state, Buffer.from(String(text), 'base64'));
    file.push(signed.toString('base64'));
  }
  return jsonReply(200, { time: 860, file });
}

function verifyBytes(pdf: Buffer): number | null {
  if (pdf.subarray(0, 5).toString('latin1') !== '%PDF-') return null;
  return (pdf.toString('latin1').match(/\/ByteRange/g) ?? []).length;
}

function broken(): Reply {
  return jsonReply(500, {
    timestamp: '2026-03-02T02:00:00.000+0000',
    status: 500,
    error: 'Internal Server Error',
    path: '/api',
  });
}

async function sealed(
  state: EscState,
  route: EscRoute,
  body: Record<string, unknown>,
): Promise<Reply> {
  const isRight = body['totp'] === state.sealTotp;
  if (route === 'v2-seal-activation' && body['totp'] === undefined) {
    return jsonReply(200, { success: true, message: 'TOTP Aktivasi berhasil dikirim', data: null });
  }
  if (!isRight) return jsonReply(400, { success: false, message: 'TOTP tidak sesuai', data: null });
  const expires = '2026-03-02T03:00:00.000+00:00';
  switch (route) {
    case 'v2-seal-activation':
      return jsonReply(200, {
        success: true,
        message: null,
        data: {
          message: 'TOTP Aktivasi masih berlaku',
          totp: state.sealTotp,
          expires,
          result: true,
        },
      });
    case 'v2-seal-totp':
      return jsonReply(200, {
        message: 'TOTP berhasil dibuat',
        totp: '123456',
        expires,
        result: true,
      });
    case 'v2-seal-revoke':
      return jsonReply(200, { success: true, message: 'TOTP Aktivasi dicabut', data: null });
    default:
      return filesReply(state, body);
  }
}

/** What a well-behaved service answers. */
export async function answerOf(state: EscState, request: EscAskedRequest): Promise<Reply> {
  const { route, path, body } = request;
  const last = decodeURIComponent(path.split('/').at(-1) ?? '');
  if (route === 'v1-status') return statusReply(state, last, 'v1');
  if (route === 'v1-sign') return signV1(state, request);
  if (route === 'v1-download') return downloaded(state, last);
  if (route === 'v1-verify') {
    const file = (await formOf(request)).get('signed_file');
    if (typeof file === 'string' || file === null) return broken();
    const count = verifyBytes(Buffer.from(await file.arrayBuffer()));
    return count === null ? broken() : jsonReply(200, verdictV1(state.manners, count));
  }
  if (route === 'v2-chain') {
    if (last !== 'contoh')
      return {
        status: 400,
        headers: { 'content-type': 'text/plain' },
        body: Buffer.from('bad id'),
      };
    return jsonReply(200, { success: true, data: state.certificates });
  }
  if (route === 'other') return jsonReply(404, { status: 404, error: 'Not Found', path });
  return answerJson(state, route, JSON.parse(body.toString('utf8')) as Record<string, unknown>);
}

function downloaded(state: EscState, id: string): Reply {
  const document = state.documents.get(id);
  if (document === undefined || document === null) {
    return jsonReply(404, { error: 'Dokumen telah didownload sebelumnya', status_code: 4044 });
  }
  state.documents.set(id, null);
  return { status: 200, headers: { 'content-type': 'application/pdf' }, body: document };
}

async function answerJson(
  state: EscState,
  route: EscRoute,
  body: Record<string, unknown>,
): Promise<Reply> {
  switch (route) {
    case 'v2-status':
      return statusReply(state, textIn(body, 'nik', 'email'), 'v2');
    case 'v2-sign':
      return signV2(state, body);
    case 'v2-totp':
      return jsonReply(200, { message: 'TOTP dibuat di aplikasi BeSign Mobile', result: true });
    case 'v2-verify': {
      const count = verifyBytes(Buffer.from(textIn(body, 'file'), 'base64'));
      return count === null ? broken() : jsonReply(200, verdictV2(state.manners, count));
    }
    default:
      return sealed(state, route, body);
  }
}
