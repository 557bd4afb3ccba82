import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { TrustMaterial } from '../../src/domain/signatures/trust';
import { verifyDocument } from '../../src/domain/signatures/verify-document';
import { activePdfs, brokenPdfs, refusedFiles } from '../helpers/hostile-files';
import { FictitiousCa } from '../helpers/pki/fictitious-ca';
import { paper } from '../helpers/pki/papers';
import {
  certificateOf,
  material,
  reportsOf,
  SigningDesk,
  statementOf,
} from '../helpers/pki/signing-desk';

let ca: FictitiousCa;
let desk: SigningDesk;
let signedPaper: Uint8Array<ArrayBuffer>;
let trusting: Partial<TrustMaterial>;

beforeAll(async () => {
  ca = new FictitiousCa();
  desk = new SigningDesk();
  const one = ca.issue({ name: 'Contoh Satu' });
  signedPaper = (await desk.signed(await paper({ pages: 2 }), ca.keyFile(one))).bytes;
  trusting = { anchors: [certificateOf(ca.der(ca.root))], statements: [statementOf(ca.crl())] };
});
afterAll(() => {
  ca.remove();
  desk.remove();
});

describe('files made to harm', () => {
  test('one byte altered anywhere is never reported as whole and trusted', () => {
    const intact = reportsOf(signedPaper, trusting)[0];
    expect(intact?.trust.state).toBe('trusted');
    const valid: number[] = [];
    for (let at = 0; at < signedPaper.length; at += 7) {
      const bytes = signedPaper.slice();
      bytes[at] = (bytes[at] ?? 0) ^ 1;
      const report = verifyDocument(bytes, material(trusting));
      if (report.outcome !== 'checked') continue;
      const isValid = report.signatures.some(
        ({ integrity, trust }) => integrity.state === 'ok' && trust.state === 'trusted',
      );
      if (isValid) valid.push(at);
    }
    expect(valid).toEqual([]);
  });

  test.each([
    ...Object.entries(activePdfs).map(([name, [bytes]]) => [name, () => bytes] as const),
    ...Object.entries(brokenPdfs).map(([name, bytes]) => [name, () => bytes] as const),
    ...Object.entries(refusedFiles).map(([name, [make]]) => [name, make] as const),
  ])('a file brought to harm a viewer (%s) ends in an answer', (_name, make) => {
    const report = verifyDocument(make(), material());
    expect(['unreadable', 'no-signature', 'checked']).toContain(report.outcome);
  });

  test('cut short anywhere, it is never reported as whole, and nothing is thrown', () => {
    for (let length = 0; length < signedPaper.length - 8; length += 211) {
      const report = verifyDocument(signedPaper.slice(0, length), material(trusting));
      if (report.outcome !== 'checked') continue;
      expect(report.signatures.every(({ integrity }) => integrity.state !== 'ok')).toBe(true);
    }
  });

  test('tables and trees in circles, absurd numbers and depths end in a code', () => {
    const head = '%PDF-1.7\n';
    const catalog = '1 0 obj\n<< /Type /Catalog /Pages 2 0 R /AcroForm 3 0 R >>\nendobj\n';
    const files = [
      `${head}xref\n0 1\n0000000000 65535 f \ntrailer\n<< /Root 1 0 R /Prev 9 >>\nstartxref\n9\n%%EOF`,
      `${head}xref\n0 99999999\n0000000000 65535 f \ntrailer\n<< >>\nstartxref\n9\n%%EOF`,
      `${head}${'['.repeat(200_000)}\nstartxref\n9\n%%EOF`,
      `${head}${'<<'.repeat(100_000)}\nstartxref\n9\n%%EOF`,
      `${head}${catalog}xref\n0 2\n0000000000 65535 f \n0000000009 00000 n \ntrailer\n<< /Root 1 0 R >>\nstartxref\n${String(head.length + catalog.length)}\n%%EOF`,
      `${head}1 0 obj\n<< /Type /XRef /W [8 8 8] /Size 9999999999 /Length 1 0 R >>\nstream\nx\nendstream\nendobj\nstartxref\n9\n%%EOF`,
      `${head}startxref\n999999999999\n%%EOF`,
      `${head}(((((\nstartxref\n9\n%%EOF`,
    ];
    for (const file of files) {
      const report = verifyDocument(new TextEncoder().encode(file), material());
      expect(['unreadable', 'no-signature']).toContain(report.outcome);
    }
  });
});
