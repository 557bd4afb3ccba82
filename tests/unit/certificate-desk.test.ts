import { describe, expect, test } from 'vitest';
import { v7 } from 'uuid';
import type { EscStatus } from '../../src/contract/esign';
import type { RevocationEvidence, SignatureReport } from '../../src/contract/pki';
import type { RequestCommand } from '../../src/domain/request/request-command';
import { requestEventSchema } from '../../src/domain/request/request-event';
import { storedPapers } from '../../src/domain/privacy/stored-papers';
import {
  compareVerdicts,
  documentVerdict,
  signatureVerdict,
} from '../../src/domain/signatures/document-verdict';
import { describeEvent } from '../../src/features/request/describe-event';
import { doubtText, validityLeftText } from '../../src/features/shared/certificate-words';
import {
  addStaffCommand,
  createDesk,
  file,
  freshIndexedDb,
  openWindow,
  recordRequest,
  setUpOffice,
  staff,
} from '../helpers/memory-desk';

const facts = {
  subjectDn: 'CN=CONTOH SATU, O=Pemerintah Kabupaten Contoh, C=ID',
  issuerDn: 'CN=CA Contoh, C=ID',
  serialHex: 'f1c2d3e4a5b60718',
  serialDecimal: '17420998104921868056',
  notBefore: '2025-03-01T00:00:00.000Z',
  notAfter: '2027-03-01T00:00:00.000Z',
  fingerprint: 'ab'.repeat(32),
};

function evidence(change: Partial<RevocationEvidence> = {}): RevocationEvidence {
  return {
    source: 'crl',
    address: 'http://contoh.test/contoh.crl',
    status: 'good',
    doubt: null,
    thisUpdate: '2026-03-01T00:00:00.000Z',
    nextUpdate: '2026-03-08T00:00:00.000Z',
    revokedAt: null,
    reason: null,
    sha256: 'cd'.repeat(32),
    entries: 3,
    isFromCache: false,
    ...change,
  };
}

const revoked = evidence({
  status: 'revoked',
  revokedAt: '2026-02-28T03:00:00.000Z',
  reason: 'key-compromise',
});

function keep(certificateId: string, change: Partial<typeof facts> = {}): RequestCommand {
  return {
    command: 'record-certificate',
    certificateId,
    file: { ...file(1), mediaType: 'application/pkix-cert' },
    from: 'pdf',
    facts: { ...facts, ...change },
  };
}

function check(
  certificateId: string,
  sources: readonly RevocationEvidence[],
  escStatus: EscStatus | null = null,
): RequestCommand {
  return { command: 'record-certificate-check', certificateId, evidence: sources, escStatus };
}

async function deskWithRequest() {
  const desk = createDesk();
  const store = await openWindow(desk);
  await setUpOffice(store);
  const id = await recordRequest(store);
  const run = async (command: RequestCommand, by = staff) => {
    const result = await store.execute(id, command, by);
    if (result.ok) return { state: result.value.state, code: null };
    return { state: null, code: result.error.kind === 'refused' ? result.error.refusal.code : '' };
  };
  return { desk, store, id, run };
}

describe('a certificate on a request', () => {
  test('is kept once under its id, checked by it, and both come back from the journal', async () => {
    const { desk, store, id, run } = await deskWithRequest();
    const certificateId = v7();
    expect(await run(check(certificateId, [evidence()]))).toMatchObject({
      code: 'certificate-unknown',
    });
    await run(keep(certificateId));
    expect(await run(keep(certificateId))).toMatchObject({ code: 'certificate-exists' });
    const { state } = await run(check(certificateId, [revoked]));
    expect(state?.certificates).toMatchObject([{ id: certificateId, facts, from: 'pdf' }]);
    expect(state?.certificateChecks).toMatchObject([
      { certificateId, serialHex: facts.serialHex, verdict: 'revoked', escStatus: null },
    ]);
    const events = await store.requests.timeline(id);
    for (const event of events) expect(requestEventSchema.safeParse(event).success).toBe(true);
    if (state === null) throw new Error('not recorded');
    expect(storedPapers(state, events).map(({ kind }) => kind)).toEqual(['certificate']);
    store.close();
    desk.indexedDb = freshIndexedDb();
    expect(await (await openWindow(desk)).requests.get(id)).toEqual(state);
  });

  test.each([
    [[evidence()], null, 'good'],
    [[evidence()], 'issue', 'good'],
    [[evidence()], 'revoke', 'contradiction'],
    [[revoked], 'issue', 'contradiction'],
    [[revoked], 'revoke', 'revoked'],
    [[revoked], 'no-certificate', 'revoked'],
    [[evidence(), revoked], null, 'contradiction'],
    [[], 'issue', 'unknown'],
    [[evidence({ status: 'unknown', doubt: 'out-of-date' })], null, 'unknown'],
  ] as const)('%# lists and status %s give the verdict %s', async (sources, esc, verdict) => {
    const { run } = await deskWithRequest();
    const certificateId = v7();
    await run(keep(certificateId));
    const { state } = await run(check(certificateId, sources, esc));
    expect(state?.certificateChecks[0]?.verdict).toBe(verdict);
  });

  test('that was renewed: ISSUE speaks of the newer one, while that is not revoked too', async () => {
    const { run } = await deskWithRequest();
    const [old, renewed] = [v7(), v7()];
    const verdictOf = async (command: RequestCommand) =>
      (await run(command)).state?.certificateChecks.at(-1)?.verdict;
    const superseded = { ...revoked, reason: 'superseded' };
    await run(keep(old));
    expect(await verdictOf(check(old, [revoked], 'issue'))).toBe('contradiction');
    // The list itself says that it was replaced; a second source that says otherwise counts.
    expect(await verdictOf(check(old, [superseded], 'issue'))).toBe('revoked');
    expect(await verdictOf(check(old, [superseded, revoked], 'issue'))).toBe('contradiction');
    const newer = { serialHex: 'f1c2d3e4a5b60719', notBefore: '2026-03-01T00:00:00.000Z' };
    await run(keep(renewed, newer));
    expect(await verdictOf(check(old, [revoked], 'issue'))).toBe('revoked');
    expect(await verdictOf(check(renewed, [evidence()], 'issue'))).toBe('good');
    expect(await verdictOf(check(renewed, [revoked], 'issue'))).toBe('contradiction');
    expect(await verdictOf(check(old, [revoked], 'issue'))).toBe('contradiction');
  });

  test('may be checked after the end of the request, and not by whoever only reads', async () => {
    const { store, run } = await deskWithRequest();
    const certificateId = v7();
    await run(keep(certificateId));
    await run({ command: 'cancel-request', reason: 'Pemohon membatalkan' });
    expect(await run(check(certificateId, [revoked]))).toMatchObject({ code: null });
    const reader = { id: v7(), name: 'Contoh Pembaca' };
    await store.executeOffice(addStaffCommand(reader, []), staff);
    expect(await run(check(certificateId, [revoked]), reader)).toMatchObject({
      code: 'not-permitted',
    });
  });

  test('is told in the history without the name of anybody', async () => {
    const { store, id, run } = await deskWithRequest();
    const certificateId = v7();
    await run(keep(certificateId));
    await run(check(certificateId, [revoked], 'issue'));
    const events = await store.requests.timeline(id);
    const told = events
      .slice(-2)
      .map((event) =>
        describeEvent(event, { locale: 'id', sop: undefined, events, changes: new Map() }),
      );
    const text = JSON.stringify(told.map(({ title, details }) => [title, details]));
    expect(text).toContain('Sumber saling bertentangan');
    expect(text).toContain('ISSUE');
    expect(text).not.toContain('CONTOH SATU');
  });
});

function signature(change: Partial<SignatureReport> = {}): SignatureReport {
  return {
    fieldName: 'Signature1',
    kind: 'signature',
    subFilter: 'ETSI.CAdES.detached',
    claimedName: '',
    reason: '',
    location: '',
    claimedAt: null,
    integrity: { state: 'ok', code: null, isWeak: false },
    isCertificateBound: true,
    coversWholeFile: true,
    revisionEnd: 1,
    changes: { kind: 'nothing', details: [] },
    certification: null,
    timestamp: null,
    certificate: null,
    chain: [],
    revocation: [],
    trust: { state: 'trusted', reasons: [] },
    ...change,
  };
}

const report = (...signatures: readonly SignatureReport[]) => ({
  outcome: 'checked' as const,
  sha256: 'ab'.repeat(32),
  signatures: [...signatures],
});
const unknown = signature({ trust: { state: 'unknown', reasons: ['issuer-missing'] } });
const broken = signature({ integrity: { state: 'broken', code: 'digest-differs', isWeak: false } });

describe('the verdict on a signature', () => {
  test.each([
    ['valid', signature()],
    ['unknown', unknown],
    ['unknown', signature({ integrity: { state: 'ok', code: null, isWeak: true } })],
    ['unknown', signature({ changes: { kind: 'unreadable', details: [] } })],
    ['broken', broken],
    ['changed', signature({ changes: { kind: 'content', details: [] } })],
    ['changed', signature({ certification: { level: 1, isKept: false } })],
    ['untrusted', signature({ trust: { state: 'untrusted', reasons: ['revoked'] } })],
  ] as const)('%s', (verdict, one) => {
    expect(signatureVerdict(one)).toBe(verdict);
    // One bad signature among good ones decides.
    expect(documentVerdict(report(signature(), one))).toBe(verdict);
  });

  test.each([
    ['agrees', report(signature()), 'valid', 1],
    ['differs', report(signature()), 'not-valid', 1],
    ['differs', report(broken), 'valid', 1],
    ['agrees', report(broken), 'not-valid', 1],
    ['esc-adds', report(unknown), 'valid', 1],
    ['differs', report(signature()), 'valid', 2],
    ['differs', report(signature()), 'no-signature', 0],
    ['differs', { outcome: 'no-signature', sha256: 'ab'.repeat(32) }, 'valid', 1],
    ['agrees', { outcome: 'no-signature', sha256: 'ab'.repeat(32) }, 'no-signature', 0],
    ['nothing-to-compare', { outcome: 'unreadable', detail: 'x' }, 'not-valid', 0],
  ] as const)('beside that of ESC: %s', (comparison, ours, conclusion, signatureCount) => {
    expect(compareVerdicts(ours, { conclusion, signatureCount })).toBe(comparison);
  });
});

test('what is left of a certificate is counted in whole days, and a doubt has words', () => {
  const now = '2026-03-02T00:00:00.000Z';
  const left = (notAfter: string) =>
    validityLeftText({ notBefore: '2025-01-01T00:00:00.000Z', notAfter }, now, 'id');
  expect(left('2026-03-12T00:00:00.000Z')).toBe('10 hari lagi');
  expect(left('2026-03-02T10:00:00.000Z')).toBe('Berakhir hari ini');
  expect(left('2026-02-20T00:00:00.000Z')).toBe('Berakhir 10 hari lalu');
  const words = (doubt: string) => doubtText(evidence({ status: 'unknown', doubt }), 'id');
  expect(words('out-of-date')).toContain('Sudah lewat tanggal');
  expect(words('PRIVATE_ADDRESS_REFUSED')).toContain('jaringan kantor');
  expect(words('http-404')).toContain('http-404');
});
