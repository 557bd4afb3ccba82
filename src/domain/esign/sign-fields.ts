import type { EscLook, EscPlacement, EscServer } from '../../contract/esign';
import { assertNever } from '../assert-never';

/** What a request to sign says besides document, person and secret. */
export interface SignatureProperties {
  readonly placement: EscPlacement;
  readonly look: EscLook;
  readonly reason: string | null;
  readonly location: string | null;
}

/** Two decimals are finer than any printer, and no `1e-7` gets onto the wire. */
function rounded(points: number): number {
  return Math.round(points * 100) / 100;
}

function drawing(look: EscLook, base64: (bytes: Uint8Array) => string): Record<string, unknown> {
  return look.kind === 'picture' ? { imageBase64: base64(look.bytes) } : {};
}

/**
 * One entry of `signatureProperties` of version 2. Its origin is the top left corner of the page,
 * y downwards, as here (esign-client-service.md, 1.3).
 */
export function propertiesV2(
  { placement, look, reason, location }: SignatureProperties,
  base64: (bytes: Uint8Array) => string,
): Readonly<Record<string, unknown>> {
  const words = {
    ...(reason === null ? {} : { reason }),
    ...(location === null ? {} : { location }),
  };
  switch (placement.kind) {
    case 'invisible':
      return { tampilan: 'INVISIBLE', ...words };
    case 'box':
      return {
        tampilan: 'VISIBLE',
        ...drawing(look, base64),
        page: placement.page,
        originX: rounded(placement.left),
        originY: rounded(placement.top),
        width: rounded(placement.width),
        height: rounded(placement.height),
        ...words,
      };
    case 'tag':
      return {
        tampilan: 'VISIBLE',
        ...drawing(look, base64),
        tag_koordinat: placement.tag,
        width: rounded(placement.width),
        height: rounded(placement.height),
        ...words,
      };
    default:
      return assertNever(placement);
  }
}

/** The lower edge of a box counted from the bottom of its page, as version 1 does. */
export function bottomOf(box: {
  readonly top: number;
  readonly height: number;
  readonly pageHeight: number;
}): number {
  return box.pageHeight - box.top - box.height;
}

function boxFields(
  placement: Extract<EscPlacement, { kind: 'box' }>,
  meaning: EscServer['v1Box'],
): Record<string, string> {
  const bottom = bottomOf(placement);
  // Where width and height are read as the far corner, that corner is sent.
  const [width, height] =
    meaning === 'corner'
      ? [placement.left + placement.width, bottom + placement.height]
      : [placement.width, placement.height];
  return {
    page: String(placement.page),
    xAxis: String(rounded(placement.left)),
    yAxis: String(rounded(bottom)),
    width: String(rounded(width)),
    height: String(rounded(height)),
  };
}

/**
 * The text fields of version 1's form; the picture of a `picture` goes along as `imageTTD`.
 * Its origin is the bottom left corner (esign-client-service.md, 1.2).
 */
export function fieldsV1(
  { placement, look, reason, location }: SignatureProperties,
  meaning: EscServer['v1Box'],
): Readonly<Record<string, string>> {
  const words = {
    ...(reason === null ? {} : { reason }),
    ...(location === null ? {} : { location }),
  };
  if (placement.kind === 'invisible') return { tampilan: 'invisible', ...words };
  const place =
    placement.kind === 'box'
      ? boxFields(placement, meaning)
      : {
          tag_koordinat: placement.tag,
          width: String(rounded(placement.width)),
          height: String(rounded(placement.height)),
        };
  return {
    tampilan: 'visible',
    image: look.kind === 'picture' ? 'true' : 'false',
    ...(look.kind === 'qr' ? { linkQR: look.link } : {}),
    ...place,
    ...words,
  };
}
