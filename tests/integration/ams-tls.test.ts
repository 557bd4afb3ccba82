import { expect, test } from 'vitest';
import {
  certificatePath,
  certificateText,
  openDesk,
  someBytes,
  startGateway,
  submissionBody,
  submissionId as id,
  valueOf,
} from '../simulators/ams-gateway/test-desk';

const caFile = certificatePath('ca.pem');

function tlsOf(name: string): { readonly cert: string; readonly key: string } {
  return { cert: certificateText(`${name}.pem`), key: certificateText(`${name}.key`) };
}

test('a gateway with a certificate of the office’s own authority works over https', async () => {
  const gateway = await startGateway({ tls: tlsOf('server') });
  const { ams, addFile } = openDesk({ caFile });
  const baseUrl = gateway.url;
  expect(valueOf(await ams.health({ baseUrl }))).toMatchObject({ outcome: 'online' });
  const stored = await ams.putSubmission({ baseUrl, id, body: submissionBody() });
  expect(valueOf(stored)).toMatchObject({ outcome: 'stored' });
  expect(valueOf(await ams.uploadFile({ baseUrl, ...addFile(someBytes(50)) }))).toEqual({
    outcome: 'stored',
  });
});

test.each([
  ['of an unknown authority', 'server', undefined],
  ['of another host', 'other-name', caFile],
  ['that is over', 'expired', caFile],
])('a certificate %s is refused, and nothing of a PUT leaves', async (_what, name, ca) => {
  const gateway = await startGateway({ tls: tlsOf(name) });
  const { ams, addFile } = openDesk(ca === undefined ? {} : { caFile: ca });
  const baseUrl = gateway.url;
  const refused = { outcome: 'offline', reason: 'tls-refused' };
  expect(valueOf(await ams.health({ baseUrl }))).toMatchObject(refused);
  expect(valueOf(await ams.putSubmission({ baseUrl, id, body: submissionBody() }))).toMatchObject(
    refused,
  );
  expect(valueOf(await ams.getSubmission({ baseUrl, id }))).toMatchObject(refused);
  expect(valueOf(await ams.uploadFile({ baseUrl, ...addFile(someBytes(50)) }))).toMatchObject(
    refused,
  );
  expect(gateway.requests).toEqual([]);
});

test('the environment cannot switch the check off', async () => {
  const gateway = await startGateway({ tls: tlsOf('server') });
  const before = process.env['NODE_TLS_REJECT_UNAUTHORIZED'];
  process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = '0';
  try {
    const { ams } = openDesk();
    expect(valueOf(await ams.health({ baseUrl: gateway.url }))).toMatchObject({
      reason: 'tls-refused',
    });
  } finally {
    if (before === undefined) delete process.env['NODE_TLS_REJECT_UNAUTHORIZED'];
    else process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = before;
  }
});

test('a client certificate opens a gateway that asks for one', async () => {
  const tls = { ...tlsOf('server'), clientCa: certificateText('ca.pem') };
  const gateway = await startGateway({ tls });
  const clientCertificate = {
    certificateFile: certificatePath('client.pem'),
    keyFile: certificatePath('client.key'),
  };
  const baseUrl = gateway.url;
  const withIt = openDesk({ caFile, clientCertificate });
  expect(valueOf(await withIt.ams.health({ baseUrl }))).toMatchObject({ outcome: 'online' });
  const without = openDesk({ caFile });
  expect(valueOf(await without.ams.health({ baseUrl }))).toMatchObject({ outcome: 'offline' });
});

test('a CA file that cannot be read says so, and nothing is asked', async () => {
  const gateway = await startGateway({ tls: tlsOf('server') });
  const { ams } = openDesk({ caFile: certificatePath('absent.pem') });
  expect(valueOf(await ams.health({ baseUrl: gateway.url }))).toEqual({
    outcome: 'offline',
    reason: 'tls-refused',
    detail: 'certificate-files: ENOENT',
  });
});
