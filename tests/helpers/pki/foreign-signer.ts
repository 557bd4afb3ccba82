import { readFileSync, writeFileSync } from 'node:fs';
import { placeSignature } from '../../../electron/services/pades/place-signature';
import type { FictitiousCa, Issued } from './fictitious-ca';

/** Room for a signature, ready to be filled by any program; the sub-filter has 19 letters. */
export async function withRoom(
  pdf: Uint8Array,
  subFilter = 'adbe.pkcs7.detached',
  certify: 1 | 2 | 3 | null = null,
): Promise<{
  readonly bytes: Buffer;
  readonly gap: { readonly from: number; readonly to: number };
}> {
  const placed = await placeSignature(pdf, {
    placement: { kind: 'invisible' },
    block: { lines: [], qr: null, picture: null },
    reason: certify === null ? null : 'x'.repeat(60),
    location: null,
    signerName: 'Contoh',
    now: new Date(),
    room: 8000,
  });
  if (!placed.ok) throw new Error(placed.error.kind);
  const { bytes, gap } = placed.value;
  const at = bytes.lastIndexOf('ETSI.CAdES.detached', undefined, 'latin1');
  bytes.write(subFilter.padEnd(19), at, 'latin1');
  if (certify !== null) {
    const reference = `/Reference [<</Type/SigRef/TransformMethod/DocMDP/TransformParams<</P ${String(certify)}/V/1.2>>>>]`;
    const reason = /\/Reason <FEFF(?:0078){60}>/i.exec(bytes.toString('latin1'));
    if (reason === null) throw new Error('no room for a certification');
    bytes.write(reference.padEnd(reason[0].length), reason.index, 'latin1');
  }
  return { bytes, gap };
}

/**
 * A PDF signed by `openssl cms`, as another program would have done it; `certify` makes it a
 * certification that allows changes of that level (DocMDP).
 */
export async function foreignSigned(
  ca: FictitiousCa,
  pdf: Uint8Array,
  signer: Issued,
  ways: readonly string[] = [],
  certify: 1 | 2 | 3 | null = null,
): Promise<Uint8Array<ArrayBuffer>> {
  const { bytes, gap } = await withRoom(pdf, undefined, certify);
  const covered = Buffer.concat([bytes.subarray(0, gap.from), bytes.subarray(gap.to)]);
  writeFileSync(ca.path('covered.bin'), covered);
  ca.openssl(
    'cms',
    '-sign',
    '-binary',
    '-in',
    'covered.bin',
    '-outform',
    'DER',
    '-out',
    'foreign.der',
    '-signer',
    signer.certificate,
    '-inkey',
    signer.key,
    '-certfile',
    ca.issuing.certificate,
    ...ways,
  );
  bytes.write(readFileSync(ca.path('foreign.der')).toString('hex'), gap.from + 1, 'latin1');
  return new Uint8Array(bytes);
}
