import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loopbackBodyLimit } from '../../src/contract/loopback';
import { LARGEST_FILE, sniffMediaType } from '../../src/domain/documents/sniff-media-type';

describe('the kind of a file', () => {
  const bytes = (...parts: readonly (string | readonly number[])[]): Uint8Array =>
    Uint8Array.from(
      parts.flatMap((part) =>
        typeof part === 'string' ? [...Buffer.from(part, 'latin1')] : [...part],
      ),
    );

  it.each([
    ['no bytes', bytes(), { code: 'file-empty' }],
    ['text named .pdf', bytes('not a PDF'), { code: 'file-not-pdf-or-picture' }],
    ['a web page', bytes('<!DOCTYPE html>'), { code: 'file-not-pdf-or-picture' }],
    ['a PDF cut short', bytes('%PDF-1.7\n1 0 obj'), { code: 'file-damaged' }],
    ['a JPEG cut short', bytes([0xff, 0xd8, 0xff, 0xe0, 0, 0]), { code: 'file-damaged' }],
    ['a PNG cut short', bytes([0x89], 'PNG\r\n', [0x1a], '\n'), { code: 'file-damaged' }],
    [
      'a PDF header too far inside',
      bytes(' '.repeat(1025), '%PDF-1.7 %%EOF'),
      { code: 'file-not-pdf-or-picture' },
    ],
  ])('%s is refused', (_, content, error) => {
    expect(sniffMediaType(content)).toEqual({ ok: false, error });
  });

  it('is a PDF also where a printer put its own line before the header', () => {
    expect(sniffMediaType(bytes('@PJL\r\n', '%PDF-1.4\n%%EOF\n\0\0'))).toEqual({
      ok: true,
      value: 'application/pdf',
    });
  });

  it('a file the shell could not take in one piece is named as too large, not as a program error', () => {
    const large = new Uint8Array(LARGEST_FILE + 1);
    expect(sniffMediaType(large)).toEqual({ ok: false, error: { code: 'file-too-large' } });
    expect(LARGEST_FILE).toBeLessThan(loopbackBodyLimit - 1024);
  });

  it('is never decided by an exception', () => {
    fc.assert(fc.property(fc.uint8Array(), (content) => void sniffMediaType(content)));
  });
});
