import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainFileName } from '../../src/domain/documents/file-name';
import { inspectPaper } from '../../src/domain/documents/inspect-paper';
import { unpack } from '../../src/domain/documents/pdf-streams';
import { greyPng } from '../helpers/grey-png';
import {
  activePdfs,
  brokenPdfs,
  hostileNames,
  madePdf,
  refusedFiles,
} from '../helpers/hostile-files';

describe('a PDF is looked through for what it could do', () => {
  it.each(Object.entries(activePdfs))('%s is found', (_, [bytes, active]) => {
    const mediaType = 'application/pdf';
    expect(inspectPaper(bytes)).toEqual({
      ok: true,
      value: { mediaType, active, isEncrypted: false },
    });
  });

  it('one that is sealed with a password says so', () => {
    const bytes = madePdf({ trailer: '/Encrypt << /Filter /Standard /V 1 /R 2 >>' });
    expect(inspectPaper(bytes)).toMatchObject({ ok: true, value: { isEncrypted: true } });
  });

  it.each(Object.entries(brokenPdfs))('%s is neither a danger nor a crash', (_, bytes) => {
    expect(inspectPaper(bytes)).toMatchObject({ ok: true, value: { active: [] } });
  });

  it('is not changed by being looked through: a signature still fits', () => {
    const bytes = madePdf({ catalogue: '/AcroForm << /SigFlags 3 /Fields [] >>' });
    const before = bytes.slice();
    inspectPaper(bytes);
    expect(bytes).toEqual(before);
  });
});

describe('a file that would harm is not taken', () => {
  it.each(Object.entries(refusedFiles))('%s', (_, [make, code]) => {
    expect(inspectPaper(make())).toEqual({ ok: false, error: { code } });
  });

  it('unpacking ends where it is told to, however much there would be', () => {
    let heard = 0;
    const bomb = refusedFiles['a PDF whose page unpacks to 300 megabytes']?.[0]();
    const start = Buffer.from(bomb ?? []).indexOf('FlateDecode >>\nstream\n') + 22;
    unpack((bomb ?? new Uint8Array()).subarray(start), 1, (_, total) => {
      heard = total;
      return total < 50_000_000;
    });
    expect(heard).toBeGreaterThanOrEqual(50_000_000);
    // A slice unpacks to seventeen megabytes at most.
    expect(heard).toBeLessThan(70_000_000);
  });

  it('an honest picture is', () => {
    expect(inspectPaper(greyPng(200, 100))).toMatchObject({ ok: true });
  });

  it('is never decided by an exception, whatever the bytes', () => {
    const starts = ['%PDF-1.7\n', '\x89PNG\r\n\x1a\n', '\xff\xd8\xff\xe0', ''];
    const words = [
      'stream\n',
      '>>\nstream\n',
      'endstream',
      '<< /Filter /FlateDecode ',
      ' obj',
      '%%EOF',
    ];
    const part = fc.oneof(
      fc
        .constantFrom(...words, '/Type /ObjStm', '/Count 9', 'IEND', '\xff\xd9')
        .map((text) => Buffer.from(text, 'latin1')),
      fc.uint8Array({ maxLength: 40 }).map((bytes) => Buffer.from(bytes)),
    );
    fc.assert(
      fc.property(fc.constantFrom(...starts), fc.array(part, { maxLength: 20 }), (start, parts) => {
        const bytes = Buffer.concat([Buffer.from(start, 'latin1'), ...parts]);
        void inspectPaper(Uint8Array.from(bytes));
      }),
      { numRuns: 500 },
    );
  });
});

describe('the name of a file', () => {
  it.each(hostileNames)('%j becomes %j', (name, plain) => {
    expect(plainFileName(name)).toBe(plain);
  });

  it('is cut where file systems end, its ending kept', () => {
    const long = plainFileName(`${'Surat '.repeat(100)}.pdf`);
    expect(Buffer.byteLength(long)).toBeLessThanOrEqual(180);
    expect(long.endsWith('.pdf')).toBe(true);
    expect(Buffer.byteLength(plainFileName('é'.repeat(300)))).toBeLessThanOrEqual(180);
  });

  it('is one that any system keeps as it is, and that reads as it is', () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 400 }),
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc
        .array(fc.constantFrom('..', '/', '\\', '\0', '\u202E', 'CON', '.', ' ', 'a', ':', '.pdf'))
        .map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(text, (name) => {
        const plain = plainFileName(name);
        expect(plain).not.toMatch(
          /[\\/:*?"<>|\u0000-\u001F\u200B-\u200F\u202A-\u202E\u2066-\u2069]/,
        );
        expect(plain).not.toMatch(/^\.{0,2}$|[. ]$|^\s/);
        expect(plain).not.toMatch(/^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i);
        expect(Buffer.byteLength(plain)).toBeLessThanOrEqual(255);
        expect(plainFileName(plain)).toBe(plain);
      }),
    );
  });
});
