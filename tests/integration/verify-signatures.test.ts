import { PDFName, PDFRef, PDFString, StandardFonts, type PDFDocument } from 'pdf-lib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { verifyDocument } from '../../src/domain/signatures/verify-document';
import type { TrustMaterial } from '../../src/domain/signatures/trust';
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
let signedPaper: Uint8Array<ArrayBuffer>;
let trusting: Partial<TrustMaterial>;

beforeAll(async () => {
  ca = new FictitiousCa();
  desk = new SigningDesk();
  one = ca.issue({ name: 'Contoh Satu' });
  signedPaper = (await desk.signed(await paper({ pages: 2 }), ca.keyFile(one))).bytes;
  trusting = { anchors: [certificateOf(ca.der(ca.root))], statements: [statementOf(ca.crl())] };
});
afterAll(() => {
  ca.remove();
  desk.remove();
});

describe('signatures made by another program', () => {
  test.each([
    ['RSA, adbe.pkcs7.detached', 'rsa', [], { state: 'ok', isWeak: false }],
    ['without signed attributes', 'rsa', ['-noattr'], { state: 'ok', isWeak: false }],
    ['RSA-PSS', 'rsa', ['-keyopt', 'rsa_padding_mode:pss'], { state: 'ok', isWeak: false }],
    [
      'RSA-PSS with SHA-512',
      'rsa',
      ['-md', 'sha512', '-keyopt', 'rsa_padding_mode:pss'],
      { state: 'ok', isWeak: false },
    ],
    ['EC', 'p256', [], { state: 'ok', isWeak: false }],
    ['EC with SHA-384', 'p384', ['-md', 'sha384'], { state: 'ok', isWeak: false }],
    ['SHA-1, which is weak', 'rsa', ['-md', 'sha1'], { state: 'ok', isWeak: true }],
    ['with a key identifier', 'rsa', ['-keyid'], { state: 'ok', isWeak: false }],
    ['CAdES', 'rsa', ['-cades'], { state: 'ok', isWeak: false }],
  ] as const)('%s', async (what, keyKind, ways, integrity) => {
    const signer = ca.issue({ name: `Contoh Lain ${keyKind}`, keyKind });
    const bytes = await foreignSigned(ca, await paper(), signer, ways);
    expect(desk.pdfsig(bytes), what).toMatch(/Signature is Valid|Signature Validation/);
    expect(reportsOf(bytes)).toMatchObject([
      {
        integrity,
        coversWholeFile: true,
        subFilter: 'adbe.pkcs7.detached',
        trust: { state: 'unknown' },
      },
    ]);
  });

  test('a signature over other content is broken', async () => {
    const bytes = await foreignSigned(ca, await paper(), one);
    const at = Buffer.from(bytes).indexOf('/Type /Catalog');
    bytes[at + 7] = (bytes[at + 7] ?? 0) ^ 1;
    const report = verifyDocument(bytes, material());
    if (report.outcome === 'checked') expect(report.signatures[0]?.integrity.state).toBe('broken');
    else expect(report.outcome).not.toBe('checked');
  });
});

describe('how far a certificate is trusted', () => {
  test('with a root and a list that holds: trusted', () => {
    expect(reportsOf(signedPaper, trusting)).toMatchObject([
      {
        trust: { state: 'trusted', reasons: [] },
        chain: [{ commonName: 'CA Contoh DS G1' }, { commonName: 'Root CA Contoh' }],
        revocation: [{ status: 'good', source: 'crl' }],
      },
    ]);
  });

  test('without a root, without a list, or with one that is out of date: unknown, never bad', () => {
    expect(reportsOf(signedPaper)[0]?.trust).toEqual({
      state: 'unknown',
      reasons: ['issuer-missing'],
    });
    const { anchors = [] } = trusting;
    expect(reportsOf(signedPaper, { anchors })[0]?.trust).toEqual({
      state: 'unknown',
      reasons: ['revocation-unknown'],
    });
    const late = Date.now() + 30 * 86_400_000;
    expect(reportsOf(signedPaper, { ...trusting, now: late })[0]?.trust.state).toBe('unknown');
  });

  test('when the certificate has ended and no timestamp proves the moment: unknown', () => {
    const now = Date.now() + 5 * 365 * 86_400_000;
    expect(reportsOf(signedPaper, { ...trusting, now })[0]?.trust).toMatchObject({
      state: 'unknown',
      reasons: expect.arrayContaining(['expired']) as unknown,
    });
  });

  test('another authority of the same name is no issuer', () => {
    const other = new FictitiousCa();
    try {
      const anchors = [certificateOf(other.der(other.root))];
      expect(reportsOf(signedPaper, { anchors })[0]?.trust.state).toBe('unknown');
      const pool = [certificateOf(other.der(other.issuing))];
      expect(reportsOf(signedPaper, { anchors, pool })[0]?.trust.state).not.toBe('trusted');
      const foreign = { ...trusting, statements: [statementOf(other.crl())] };
      expect(reportsOf(signedPaper, foreign)[0]).toMatchObject({
        trust: { state: 'unknown' },
        revocation: [{ status: 'unknown', doubt: 'signature-broken' }],
      });
    } finally {
      other.remove();
    }
  });

  test('a certificate that a person issued is not believed', async () => {
    const authority = ca.issue({ name: 'Contoh Bukan CA' });
    const { certificate, key } = authority;
    ca.openssl('req', '-new', '-key', one.key, '-subj', '/CN=Contoh Palsu', '-out', 'false.csr');
    ca.openssl(
      'x509',
      '-req',
      '-in',
      'false.csr',
      '-CA',
      certificate,
      '-CAkey',
      key,
      '-CAcreateserial',
      '-out',
      'false.crt',
      '-days',
      '30',
    );
    const bytes = await foreignSigned(
      ca,
      await paper(),
      { key: one.key, certificate: ca.path('false.crt') },
      ['-certfile', certificate],
    );
    expect(reportsOf(bytes, trusting)[0]?.trust).toEqual({
      state: 'untrusted',
      reasons: ['issuer-no-authority'],
    });
  });

  test('revoked before anybody can say when it was signed: untrusted', async () => {
    const lost = ca.issue({ name: 'Contoh Kunci Hilang' });
    const { bytes } = await desk.signed(await paper(), ca.keyFile(lost));
    ca.revoke(lost, 'keyCompromise');
    const statements = [statementOf(ca.crl())];
    expect(reportsOf(bytes, { ...trusting, statements })[0]).toMatchObject({
      integrity: { state: 'ok' },
      trust: { state: 'untrusted', reasons: ['revoked'] },
      revocation: [{ status: 'revoked', reason: 'key-compromise' }],
    });
  });

  test('lists that a document brings along (DSS) are used', async () => {
    const list = ca.crl();
    const bytes = await revised(signedPaper, (document, mark) => {
      const { context, catalog } = document;
      const stream = context.register(context.flateStream(list));
      catalog.set(PDFName.of('DSS'), context.register(context.obj({ CRLs: [stream] })));
      const root = context.trailerInfo.Root;
      if (root instanceof PDFRef) mark(root);
    });
    const { anchors = [] } = trusting;
    expect(reportsOf(new Uint8Array(bytes), { anchors })).toMatchObject([
      {
        integrity: { state: 'ok' },
        changes: { kind: 'signatures' },
        trust: { state: 'trusted' },
        revocation: [{ source: 'embedded-crl', status: 'good' }],
      },
    ]);
  });
});

describe('what was done after signing', () => {
  const attacks: readonly (readonly [
    string,
    (document: PDFDocument, mark: (ref: PDFRef) => void) => Promise<void> | void,
  ])[] = [
    [
      'text is drawn over a page',
      async (document) => {
        const font = await document.embedFont(StandardFonts.Helvetica);
        document.getPage(0).drawText('Rp 1.000.000.000', { x: 60, y: 700, font, size: 20 });
      },
    ],
    [
      'a page is added',
      (document) => {
        document.addPage([300, 300]);
      },
    ],
    [
      'a page is taken away',
      (document) => {
        document.removePage(1);
      },
    ],
    [
      'a note is laid over a page',
      (document, mark) => {
        const { context } = document;
        const page = document.getPage(0);
        const note = context.register(
          context.obj({
            Type: 'Annot',
            Subtype: 'FreeText',
            Rect: [60, 600, 400, 700],
            DA: PDFString.of('/Helv 12 Tf'),
            Contents: PDFString.of('lain'),
          }),
        );
        page.node.addAnnot(note);
        mark(page.ref);
      },
    ],
    [
      'a field that is not a signature is added',
      (document) => {
        const field = document.getForm().createTextField('jumlah');
        field.setText('Rp 1.000.000.000');
        field.addToPage(document.getPage(0), { x: 60, y: 600, width: 200, height: 30 });
      },
    ],
    [
      'a script is added',
      (document) => {
        document.addJavaScript('a', 'app.alert(1)');
      },
    ],
    [
      'the look of an earlier signature is replaced',
      (document, mark) => {
        const { context } = document;
        const look = context.register(
          context.stream('0 0 10 10 re f', {
            Type: 'XObject',
            Subtype: 'Form',
            BBox: [0, 0, 10, 10],
          }),
        );
        const [field] = document.getForm().getFields();
        if (field === undefined) throw new Error('no field');
        field.acroField.dict.set(PDFName.of('AP'), context.obj({ N: look }));
        mark(field.ref);
      },
    ],
    [
      'the font of a page is replaced',
      (document, mark) => {
        const { context } = document;
        for (const [ref, object] of context.enumerateIndirectObjects()) {
          if (!object.toString().includes('/BaseFont')) continue;
          context.assign(ref, context.obj({ Type: 'Font', Subtype: 'Type1', BaseFont: 'Symbol' }));
          mark(ref);
        }
      },
    ],
  ];
  test.each(attacks)(
    '%s: the content counts as changed, whatever the signature says',
    async (_what, change) => {
      const bytes = new Uint8Array(await revised(signedPaper, change));
      expect(bytes.length).toBeGreaterThan(signedPaper.length);
      expect(reportsOf(bytes, trusting)).toMatchObject([
        { integrity: { state: 'ok' }, coversWholeFile: false, changes: { kind: 'content' } },
      ]);
    },
  );

  test('bytes behind the end that no table names are no harmless thing', () => {
    const text = Buffer.from('\n12 0 obj\n<< /Type /Page >>\nendobj\n');
    for (const added of [text, Buffer.concat([text, Buffer.from('%%EOF\n')])]) {
      const bytes = new Uint8Array(Buffer.concat([Buffer.from(signedPaper), added]));
      const report = verifyDocument(bytes, material(trusting));
      if (report.outcome !== 'checked') continue;
      expect(report.signatures[0]?.coversWholeFile).toBe(false);
      expect(report.signatures[0]?.changes.kind).not.toBe('signatures');
    }
  });

  test('blanks behind the end are nothing', () => {
    const bytes = new Uint8Array(Buffer.concat([Buffer.from(signedPaper), Buffer.from('\r\n \n')]));
    expect(reportsOf(bytes)).toMatchObject([
      { coversWholeFile: true, changes: { kind: 'nothing' } },
    ]);
  });

  test('a signature copied to another place does not cover what lies between (wrapping)', async () => {
    const bytes = new Uint8Array(
      await revised(signedPaper, (document, mark) => {
        const [field] = document.getForm().getFields();
        const value = field?.acroField.dict.get(PDFName.of('V'));
        if (field === undefined || !(value instanceof PDFRef)) throw new Error('no signature');
        // Written again with the same contents and range, after the signed part.
        mark(value);
        mark(field.ref);
      }),
    );
    expect(reportsOf(bytes, trusting)).toMatchObject([
      {
        integrity: { state: 'broken', code: 'gap-not-the-signature' },
        trust: { state: 'untrusted' },
      },
    ]);
  });

  test('a range that leaves something out is no range', () => {
    const text = Buffer.from(signedPaper).toString('latin1');
    const range = /\/ByteRange \[0 (\d+) (\d+) (\d+)\s*\]/.exec(text);
    const [whole = '', first = '', second = '', length = ''] = range ?? [];
    const [from, to, rest] = [first, second, length].map(Number);
    for (const [numbers, code] of [
      [`10 ${String((from ?? 0) - 10)} ${second} ${length}`, 'range-not-from-start'],
      [`0 ${first} ${String((to ?? 0) + 50)} ${String((rest ?? 0) - 50)}`, 'gap-not-the-signature'],
      [`0 ${String((from ?? 0) - 40)} ${second} ${length}`, 'gap-not-the-signature'],
      [`0 ${first} ${second} 999999`, 'range-beyond-file'],
      [`0 ${first} ${second}`, 'range-malformed'],
      [`0 ${second} ${first} 5`, 'range-malformed'],
    ] as const) {
      const changed = text.replace(whole, `/ByteRange [${numbers}`.padEnd(whole.length - 1) + ']');
      const reports = reportsOf(new Uint8Array(Buffer.from(changed, 'latin1')), trusting);
      expect(reports[0]?.integrity).toMatchObject({ state: 'broken', code });
    }
  });
});
