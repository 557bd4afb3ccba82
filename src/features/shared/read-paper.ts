import type { Host } from '../../contract';
import type { PaperKind, ReadLine, ReadRefusal } from '../../contract/reading';
import { fail, succeed, type Result, type ServiceError } from '../../contract/result';
import type { ScanWorkshop } from '../../documents/scan-client';
import { readCard, type CardReading } from '../../domain/reading/read-card';
import { readLetter, type LetterReading } from '../../domain/reading/read-letter';
import type { Found } from '../../domain/reading/rows';
import type { PageEdit } from '../../domain/scanning/scan-page';
import type { ThrownFailure } from './thrown-as-failure';

/** Most points of the longer side of a picture that is read: A4 at 300 dpi. */
const SIDE = 3500;

/** Points of the longer side that small print of a card needs: that of a card at 400 dpi. */
const LEAST: Readonly<Record<PaperKind, number>> = { card: 1350, letter: 0 };

/** What reading works with. */
export interface ReadingDesk {
  readonly host: Pick<Host, 'reading'>;
  readonly workshop: Pick<ScanWorkshop, 'show'>;
}

/** A picture on its way to the reader, and how it is made upright. */
export interface PictureToRead {
  readonly bytes: Uint8Array;
  readonly edit: PageEdit;
}

/** What was found, with the picture on which it was. */
export interface FoundOn extends Found {
  /** JPEG; only in memory. */
  readonly picture: Uint8Array<ArrayBuffer>;
}

export type ReadFailure =
  | { readonly kind: ReadRefusal }
  /** The picture cannot be opened or drawn. */
  | { readonly kind: 'no-picture' }
  | { readonly kind: 'service'; readonly error: ServiceError };

/** Why nothing was read, where the reading itself may have been broken off. */
export function readFailureOf(error: ReadFailure | ThrownFailure): ReadFailure {
  return error.kind === 'not-recorded' ? { kind: 'service', error: error.error } : error;
}

/** What a paper says, each null where it could not be read for sure. */
export type ReadPaper<Reading> = { readonly [Key in keyof Reading]: FoundOn | null };

/**
 * NIK and name of an identity card: from the picture as it is, and what is not found there from
 * one of ink and paper alone. Failures of the second try are no failure. `yearNow`: see `checkNik`.
 */
export async function readCardPicture(
  desk: ReadingDesk,
  picture: PictureToRead,
  yearNow: number,
): Promise<Result<ReadPaper<CardReading>, ReadFailure>> {
  const first = await readPicture(desk, picture, 'card');
  if (!first.ok) return first;
  const found = on(first.value.picture, readCard(first.value.lines, yearNow));
  if (found.nik !== null && found.name !== null) return succeed(found);
  const edit: PageEdit = { ...picture.edit, colour: 'black-white' };
  const second = await readPicture(desk, { ...picture, edit }, 'card');
  if (!second.ok) return succeed(found);
  const clean = on(second.value.picture, readCard(second.value.lines, yearNow));
  return succeed({ nik: found.nik ?? clean.nik, name: found.name ?? clean.name });
}

/** Number and date of a letter. */
export async function readLetterPicture(
  desk: ReadingDesk,
  picture: PictureToRead,
): Promise<Result<ReadPaper<LetterReading>, ReadFailure>> {
  const read = await readPicture(desk, picture, 'letter');
  return read.ok ? succeed(on(read.value.picture, readLetter(read.value.lines))) : read;
}

interface ReadPicture {
  readonly lines: readonly ReadLine[];
  readonly picture: Uint8Array<ArrayBuffer>;
}

async function readPicture(
  { host, workshop }: ReadingDesk,
  { bytes, edit }: PictureToRead,
  kind: PaperKind,
): Promise<Result<ReadPicture, ReadFailure>> {
  const shown = await workshop.show(bytes, edit, SIDE, LEAST[kind]);
  if (!shown.ok) return fail({ kind: 'no-picture' });
  const read = await host.reading.read({ bytes: shown.value, kind });
  if (!read.ok) return fail({ kind: 'service', error: read.error });
  if (read.value.outcome === 'refused') return fail({ kind: read.value.reason });
  return succeed({ lines: read.value.lines, picture: shown.value });
}

function on<Reading extends { readonly [Key in keyof Reading]: Found | null }>(
  picture: Uint8Array<ArrayBuffer>,
  reading: Reading,
): ReadPaper<Reading>;
function on(
  picture: Uint8Array<ArrayBuffer>,
  reading: Readonly<Record<string, Found | null>>,
): Readonly<Record<string, FoundOn | null>> {
  return Object.fromEntries(
    Object.entries(reading).map(([key, found]) => [key, found && { ...found, picture }]),
  );
}
