import type { PDFDict, PDFDocument, PDFPage, PDFRef } from 'pdf-lib';
import type { PadesBlock, PadesPlacement } from '../../../src/contract/pades';
import { fail, succeed, type Result } from '../../../src/contract/result';
import { drawBlock, type BlockFault } from './block';

/** A document with room for one more signature: what it covers, and where it goes. */
export interface PlacedSignature {
  /** The whole new file; its beginning is the old one, byte for byte. */
  readonly bytes: Buffer;
  readonly fieldName: string;
  /** Where the hex string begins and ends, angle brackets included. */
  readonly gap: { readonly from: number; readonly to: number };
}

export type PlaceFault =
  | { readonly kind: 'unreadable'; readonly detail: string }
  | { readonly kind: 'encrypted' }
  | {
      readonly kind: 'block';
      readonly reason: BlockFault['reason'] | 'page-missing' | 'outside-page';
      readonly detail: string;
    };

export interface PlaceRequest {
  readonly placement: PadesPlacement;
  readonly block: PadesBlock;
  readonly reason: string | null;
  readonly location: string | null;
  readonly signerName: string;
  readonly now: Date;
  /** Bytes kept free for the signature. */
  readonly room: number;
}

type PdfLib = typeof import('pdf-lib');

/** Ten digits stand for an offset until it is known. */
const UNKNOWN = 9_999_999_999;

/** A document that is changed: every object touched has to be named, or it is not written. */
interface Editing {
  readonly lib: PdfLib;
  readonly document: PDFDocument;
  readonly mark: (ref: PDFRef) => void;
}

function uniqueFieldName(text: string): string {
  for (let number = 1; ; number += 1) {
    const name = `LoketSE_${String(number)}`;
    if (!text.includes(name)) return name;
  }
}

/** Appends to a list that may stand in its holder or be an object of its own. */
function append(
  { lib, document, mark }: Editing,
  holder: PDFDict,
  owner: PDFRef,
  key: string,
  item: PDFRef,
): void {
  const name = lib.PDFName.of(key);
  const present = holder.get(name);
  const list = present === undefined ? undefined : document.context.lookup(present, lib.PDFArray);
  if (list === undefined) holder.set(name, document.context.obj([item]));
  else list.push(item);
  mark(present instanceof lib.PDFRef ? present : owner);
}

function addToForm(editing: Editing, field: PDFRef): void {
  const { lib, document, mark } = editing;
  const { context } = document;
  const root = context.trailerInfo.Root;
  if (!(root instanceof lib.PDFRef)) throw new Error('no-catalog');
  const key = lib.PDFName.of('AcroForm');
  const present = document.catalog.get(key);
  if (present === undefined) {
    const form = context.obj({ Fields: [field], SigFlags: 3 });
    document.catalog.set(key, context.register(form));
    mark(root);
    return;
  }
  const form = context.lookup(present, lib.PDFDict);
  const owner = present instanceof lib.PDFRef ? present : root;
  append(editing, form, owner, 'Fields', field);
  form.set(lib.PDFName.of('SigFlags'), lib.PDFNumber.of(3));
  mark(owner);
}

type Rectangle = readonly [number, number, number, number];

function rectangleOf(page: PDFPage, placement: PadesPlacement): Rectangle | null {
  if (placement.kind === 'invisible') return [0, 0, 0, 0];
  const { x, y, width, height } = page.getMediaBox();
  const left = x + placement.left;
  const top = y + height - placement.top;
  const isInside =
    placement.left + placement.width <= width + 0.01 &&
    placement.top + placement.height <= height + 0.01;
  return isInside ? [left, top - placement.height, left + placement.width, top] : null;
}

async function addSignature(
  editing: Editing,
  request: PlaceRequest,
  fieldName: string,
): Promise<Result<null, PlaceFault>> {
  const { lib, document } = editing;
  const { context } = document;
  const { placement } = request;
  const index = placement.kind === 'box' ? placement.page - 1 : 0;
  const blockFault = (reason: 'page-missing' | 'outside-page') =>
    fail({ kind: 'block' as const, reason, detail: String(index + 1) });
  if (index >= document.getPageCount()) return blockFault('page-missing');
  const page = document.getPage(index);
  const rectangle = rectangleOf(page, placement);
  if (rectangle === null) return blockFault('outside-page');
  const drawn =
    placement.kind === 'box' ? await drawBlock(document, request.block, placement) : null;
  if (drawn?.ok === false) return fail({ kind: 'block', ...drawn.error });
  const text = (value: string) => lib.PDFHexString.fromText(value);
  const signature = context.register(
    context.obj({
      Type: 'Sig',
      Filter: 'Adobe.PPKLite',
      SubFilter: 'ETSI.CAdES.detached',
      ByteRange: [0, UNKNOWN, UNKNOWN, UNKNOWN],
      Contents: lib.PDFHexString.of('0'.repeat(request.room * 2)),
      M: lib.PDFString.fromDate(request.now),
      Name: text(request.signerName),
      ...(request.reason === null ? {} : { Reason: text(request.reason) }),
      ...(request.location === null ? {} : { Location: text(request.location) }),
    }),
  );
  const widget = context.register(
    context.obj({
      Type: 'Annot',
      Subtype: 'Widget',
      FT: 'Sig',
      T: lib.PDFString.of(fieldName),
      V: signature,
      P: page.ref,
      // Printed, and locked against being moved.
      F: 132,
      Rect: [...rectangle],
      ...(drawn === null ? {} : { AP: { N: drawn.value } }),
    }),
  );
  append(editing, page.node, page.ref, 'Annots', widget);
  addToForm(editing, widget);
  return succeed(null);
}

const rangeText = /\/ByteRange\s*\[\s*0\s+9999999999\s+9999999999\s+9999999999\s*\]/;

/** Writes the offsets over the noughts' place: as long as before, so that nothing moves. */
function fillRange(bytes: Buffer, from: number): PlacedSignature['gap'] {
  const added = bytes.subarray(from).toString('latin1');
  const range = rangeText.exec(added);
  const contents = /\/Contents\s*<0{64,}>/.exec(added);
  if (range === null || contents === null) throw new Error('placeholder-missing');
  const open = from + contents.index + contents[0].indexOf('<');
  const close = from + contents.index + contents[0].length;
  const numbers = `/ByteRange [0 ${String(open)} ${String(close)} ${String(bytes.length - close)}`;
  bytes.write(`${numbers.padEnd(range[0].length - 1)}]`, from + range.index, 'latin1');
  return { from: open, to: close };
}

/**
 * Adds an empty signature to a PDF by an incremental update: the old bytes stay in front as they
 * are, whatever they hold. Anything that cannot be read by the library is refused.
 */
export async function placeSignature(
  original: Uint8Array,
  request: PlaceRequest,
): Promise<Result<PlacedSignature, PlaceFault>> {
  const lib = await import('pdf-lib');
  try {
    const document = await lib.PDFDocument.load(original, {
      forIncrementalUpdate: true,
      updateMetadata: false,
      throwOnInvalidObject: true,
    });
    if (document.isEncrypted) return fail({ kind: 'encrypted' });
    const { snapshot } = document.context;
    if (snapshot === undefined) throw new Error('no-snapshot');
    const editing: Editing = { lib, document, mark: (ref) => snapshot.markRefForSave(ref) };
    const fieldName = uniqueFieldName(Buffer.from(original).toString('latin1'));
    const added = await addSignature(editing, request, fieldName);
    if (!added.ok) return added;
    const bytes = Buffer.from(await document.save({ useObjectStreams: false }));
    const isKept = Buffer.compare(bytes.subarray(0, original.length), original) === 0;
    if (!isKept) throw new Error('beginning-changed');
    return succeed({ bytes, fieldName, gap: fillRange(bytes, original.length) });
  } catch (error) {
    const isLocked = error instanceof lib.EncryptedPDFError;
    if (isLocked) return fail({ kind: 'encrypted' });
    const name = error instanceof Error ? error.name : 'unknown';
    return fail({ kind: 'unreadable', detail: name });
  }
}
