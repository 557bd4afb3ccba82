import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PDFDocument } from 'pdf-lib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { signatureVerdict } from '../../src/domain/signatures/document-verdict';
import type { TrustMaterial } from '../../src/domain/signatures/trust';
import { verifyDocument } from '../../src/domain/signatures/verify-document';
import { FictitiousCa, type Issued } from '../helpers/pki/fictitious-ca';
import { foreignSigned } from '../helpers/pki/foreign-signer';
import { paper } from '../helpers/pki/papers';
import { revised } from '../helpers/pki/revised';
import {
  certificateOf,
  material,
  reportsOf,
  SigningDesk,
  statementOf,
} from '../helpers/pki/signing-desk';

let ca: FictitiousCa;
let desk: SigningDesk;
let one: Issued;
let trusting: Partial<TrustMaterial>;

beforeAll(() => {
  ca = new FictitiousCa();
  desk = new SigningDesk();
  one = ca.issue({ name: 'Contoh Satu' });
  trusting = { anchors: [certificateOf(ca.der(ca.root))], statements: [statementOf(ca.crl())] };
});
afterAll(() => {
  ca.remove();
  desk.remove();
});

/** A paper with a field that somebody fills in, as offices hand them out. */
async function formPaper(): Promise<Uint8Array<ArrayBuffer>> {
  const document = await PDFDocument.load(await paper());
  const field = document.getForm().createTextField('keterangan');
  field.addToPage(document.getPage(0), { x: 60, y: 600, width: 200, height: 24 });
  return new Uint8Array(await document.save({ useObjectStreams: false }));
}

async function filled(bytes: Uint8Array): Promise<Uint8Array> {
  return revised(bytes, (document) => {
    document.getForm().getTextField('keterangan').setText('diisi kemudian');
  });
}

describe('a form that is filled in after signing', () => {
  test('is said, is not called a change of the content, and the signature stays whole', async () => {
    const signed = (await desk.signed(await formPaper(), ca.keyFile(one))).bytes;
    const [report] = reportsOf(await filled(signed), trusting);
    expect(report).toMatchObject({
      integrity: { state: 'ok' },
      coversWholeFile: false,
      changes: { kind: 'forms' },
      certification: null,
      trust: { state: 'trusted' },
    });
    expect(report && signatureVerdict(report)).toBe('valid');
  });
});

describe('a certification (DocMDP)', () => {
  test.each([
    [1, 'nothing', true, 'valid'],
    [1, 'forms', false, 'changed'],
    [1, 'a signature', false, 'changed'],
    [2, 'forms', true, 'valid'],
    [2, 'a signature', true, 'valid'],
    [3, 'forms', true, 'valid'],
  ] as const)(
    'of level %i and after it %s: kept is %s, verdict %s',
    async (level, after, isKept, verdict) => {
      const certified = await foreignSigned(ca, await formPaper(), one, [], level);
      expect(desk.pdfsig(certified)).toContain('Signature is Valid');
      const bytes =
        after === 'nothing'
          ? certified
          : after === 'forms'
            ? await filled(certified)
            : await foreignSigned(ca, certified, one);
      const [report] = reportsOf(new Uint8Array(bytes), trusting);
      expect(report).toMatchObject({
        integrity: { state: 'ok' },
        certification: { level, isKept },
      });
      expect(report && signatureVerdict(report)).toBe(verdict);
    },
  );

  test('of level 1 is not signed any further here', async () => {
    const certified = await foreignSigned(ca, await formPaper(), one, [], 1);
    expect(await desk.sign(certified, ca.keyFile(one))).toMatchObject({
      outcome: 'document-refused',
      reason: 'certified',
    });
  });
});

describe('an encrypted file', () => {
  /** Made by qpdf, with an empty password for opening: viewers show it without asking. */
  function encrypted(bytes: Uint8Array, ...ways: readonly string[]): Uint8Array<ArrayBuffer> {
    const [plain, locked] = [join(desk.folder, 'plain.pdf'), join(desk.folder, 'locked.pdf')];
    writeFileSync(plain, bytes);
    execFileSync('qpdf', ['--encrypt', '', 'pemilik', '256', '--', ...ways, plain, locked]);
    return new Uint8Array(readFileSync(locked));
  }

  /** A further revision with one more object, whatever it is. */
  function appended(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
    const text = Buffer.from(bytes).toString('latin1');
    const [before, trailer] = [
      /startxref\s+(\d+)\s+%%EOF\s*$/,
      /trailer\n<< (.*) \/Prev \d+ (.*) >>\n/,
    ];
    const [, root = '', rest = ''] = trailer.exec(text) ?? [];
    const at = text.length;
    const table = `xref\n900 1\n${String(at).padStart(10, '0')} 00000 n \n`;
    const object = '900 0 obj\n<< /Type /Page >>\nendobj\n';
    const end = `trailer\n<< ${root} /Prev ${before.exec(text)?.[1] ?? ''} ${rest} >>\nstartxref\n${String(at + object.length)}\n%%EOF\n`;
    return new Uint8Array(Buffer.from(text + object + table + end, 'latin1'));
  }

  test('that was signed: the bytes are checked, what was changed after is unknown and says why', async () => {
    const locked = encrypted(await paper(), '--object-streams=disable');
    const signed = signedByHand(locked);
    expect(reportsOf(signed, trusting)).toMatchObject([
      { integrity: { state: 'ok' }, changes: { kind: 'nothing' }, trust: { state: 'trusted' } },
    ]);
    const [report] = reportsOf(appended(signed), trusting);
    expect(report).toMatchObject({
      integrity: { state: 'ok' },
      changes: { kind: 'unreadable', details: ['encrypted'] },
    });
    expect(report && signatureVerdict(report)).toBe('unknown');
    const altered = signed.slice();
    altered[200] = (altered[200] ?? 0) ^ 1;
    expect(reportsOf(altered, trusting)[0]?.integrity.state).toBe('broken');
  });

  test('whose objects are packed and locked is no file without a signature', async () => {
    const signed = (await desk.signed(await paper(), ca.keyFile(one))).bytes;
    const locked = encrypted(signed, '--object-streams=generate');
    const report = verifyDocument(locked, material(trusting));
    expect(report).toEqual({ outcome: 'unreadable', detail: 'encrypted' });
  });

  test('is not signed here', async () => {
    expect(await desk.sign(encrypted(await paper()), ca.keyFile(one))).toMatchObject({
      outcome: 'document-refused',
      reason: 'encrypted',
    });
  });

  /** A further revision with a signature, written by hand: the library does not write locked files. */
  function signedByHand(locked: Uint8Array): Uint8Array<ArrayBuffer> {
    const text = Buffer.from(locked).toString('latin1');
    const root = /\/Root (\d+) 0 R/.exec(text)?.[1] ?? '';
    const size = Number(/\/Size (\d+)/.exec(text)?.[1]);
    const [encrypt, id] = [/\/Encrypt (\d+ 0 R)/.exec(text)?.[1], /\/ID \[.*?\]/s.exec(text)?.[0]];
    const before = [...text.matchAll(/startxref\s+(\d+)/g)].at(-1)?.[1] ?? '';
    const pages = new RegExp(`(?:^|\\n)${root} 0 obj[^]*?/Pages (\\d+ 0 R)`).exec(text)?.[1] ?? '';
    const [field, value] = [String(size), String(size + 1)];
    const objects: [string, string][] = [
      [
        root,
        `<< /Type /Catalog /Pages ${pages} /AcroForm << /SigFlags 3 /Fields [${field} 0 R] >> >>`,
      ],
      [field, `<< /FT /Sig /Type /Annot /Subtype /Widget /Rect [0 0 0 0] /V ${value} 0 R >>`],
      [
        value,
        `<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /adbe.pkcs7.detached /Contents <${'0'.repeat(12_000)}> /ByteRange [${' '.repeat(48)}] >>`,
      ],
    ];
    let out = `${text}\n`;
    let table = 'xref\n';
    for (const [number, object] of objects) {
      table += `${number} 1\n${String(out.length).padStart(10, '0')} 00000 n \n`;
      out += `${number} 0 obj\n${object}\nendobj\n`;
    }
    const trailer = `trailer\n<< /Root ${root} 0 R /Size ${String(size + 2)} /Prev ${before} /Encrypt ${encrypt ?? ''} ${id ?? ''} >>\n`;
    const bytes = Buffer.from(
      `${out}${table}${trailer}startxref\n${String(out.length)}\n%%EOF\n`,
      'latin1',
    );
    const from = bytes.indexOf('<0000000000', text.length, 'latin1');
    const to = from + 12_002;
    const range = `0 ${String(from)} ${String(to)} ${String(bytes.length - to)}`;
    bytes.write(range, bytes.indexOf('/ByteRange [', from, 'latin1') + 12, 'latin1');
    return filledByOpenssl(bytes, { from, to });
  }

  function filledByOpenssl(
    bytes: Buffer,
    gap: { readonly from: number; readonly to: number },
  ): Uint8Array<ArrayBuffer> {
    writeFileSync(
      ca.path('covered.bin'),
      Buffer.concat([bytes.subarray(0, gap.from), bytes.subarray(gap.to)]),
    );
    const made = ['-outform', 'DER', '-out', 'locked.der', '-certfile', ca.issuing.certificate];
    const who = ['-signer', one.certificate, '-inkey', one.key];
    ca.openssl('cms', '-sign', '-binary', '-in', 'covered.bin', ...made, ...who);
    bytes.write(readFileSync(ca.path('locked.der')).toString('hex'), gap.from + 1, 'latin1');
    return new Uint8Array(bytes);
  }
});

describe('an authority that may only issue for certain names', () => {
  test.each(['critical,', ''])(
    '(%s not checked): unknown with that reason, never trusted',
    async (critical) => {
      const own = new FictitiousCa();
      try {
        const limited = own.issueAuthority('CA Terbatas', [
          'basicConstraints=critical,CA:TRUE,pathlen:0',
          'keyUsage=critical,keyCertSign,cRLSign',
          `nameConstraints=${critical}permitted;email:.contoh.go.id`,
        ]);
        const person = own.issue({ name: 'Contoh Batas', by: limited });
        const signed = await foreignSigned(own, await paper(), person, [
          '-certfile',
          limited.certificate,
        ]);
        const [report] = reportsOf(signed, { anchors: [certificateOf(own.der(own.root))] });
        expect(report?.trust.state).toBe('unknown');
        expect(report?.trust.reasons).toContain('name-constraints');
      } finally {
        own.remove();
      }
    },
  );
});
