import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { FictitiousCa, Issued } from './fictitious-ca';

/** An HTTP server on this computer that a test ends. */
export interface Responder {
  readonly url: string;
  readonly requests: Buffer[];
  readonly stop: () => Promise<void>;
}

/** How a responder answers a body. */
export type Answering = (
  body: Buffer,
  request: IncomingMessage,
) => {
  readonly status?: number;
  readonly type: string;
  readonly body: Uint8Array;
  readonly location?: string;
};

export async function startResponder(answer: Answering): Promise<Responder> {
  const requests: Buffer[] = [];
  const server: Server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks);
      requests.push(body);
      const { status, type, body: answered, location } = answer(body, request);
      response.writeHead(status ?? 200, {
        'content-type': type,
        ...(location === undefined ? {} : { location }),
      });
      response.end(answered);
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('no address');
  return {
    url: `http://127.0.0.1:${String(address.port)}`,
    requests,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** A timestamp authority by `openssl ts`, its certificate issued by the fictitious authority. */
export function timestampAuthority(ca: FictitiousCa): {
  readonly reply: (query: Buffer) => Buffer;
} {
  const tsa = ca.issue({
    name: 'TSA Contoh',
    extensions: [
      'basicConstraints=CA:FALSE',
      'keyUsage=critical,digitalSignature,nonRepudiation',
      'extendedKeyUsage=critical,timeStamping',
    ],
  });
  writeFileSync(ca.path('tsaserial'), '01\n');
  writeFileSync(
    ca.path('tsa.cnf'),
    [
      '[tsa]',
      'default_tsa = t',
      '[t]',
      `serial = ${ca.path('tsaserial')}`,
      `signer_cert = ${tsa.certificate}`,
      `signer_key = ${tsa.key}`,
      `certs = ${ca.issuing.certificate}`,
      'signer_digest = sha256',
      'default_policy = 1.2.3.4.1',
      'digests = sha256, sha384, sha512',
      'accuracy = secs:1',
      'ess_cert_id_alg = sha256',
      '',
    ].join('\n'),
  );
  return {
    reply: (query) => {
      writeFileSync(ca.path('query.tsq'), query);
      ca.openssl(
        'ts',
        '-reply',
        '-config',
        'tsa.cnf',
        '-queryfile',
        'query.tsq',
        '-out',
        'reply.tsr',
      );
      return readFileSync(ca.path('reply.tsr'));
    },
  };
}

/** Answers of `openssl ocsp` for the fictitious authority; `signer` answers in its place. */
export function ocspResponder(ca: FictitiousCa, signer: Issued): (query: Buffer) => Buffer {
  return (query) => {
    writeFileSync(ca.path('query.ocsp'), query);
    execFileSync(
      'openssl',
      [
        'ocsp',
        '-index',
        'index.txt',
        '-CA',
        ca.issuing.certificate,
        '-rsigner',
        signer.certificate,
        '-rkey',
        signer.key,
        '-reqin',
        'query.ocsp',
        '-respout',
        'answer.ocsp',
        '-ndays',
        '1',
      ],
      { cwd: ca.folder, stdio: ['ignore', 'pipe', 'pipe'] },
    );
    return readFileSync(ca.path('answer.ocsp'));
  };
}
