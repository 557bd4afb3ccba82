import { useEffect, useRef, useState } from 'react';
import { fail, succeed, type Result } from '../../contract/result';
import { createScanWorkshop, type ScanWorkshop } from '../../documents/scan-client';
import { LARGEST_FILE } from '../../domain/documents/sniff-media-type';
import type { CardReading } from '../../domain/reading/read-card';
import { UNEDITED } from '../../domain/scanning/scan-page';
import { inspectPaper } from '../shared/inspect-paper';
import { useLoket } from '../shared/loket-context';
import {
  readCardPicture,
  readFailureOf,
  type PictureToRead,
  type ReadFailure,
  type ReadPaper,
  type ReadingDesk,
} from '../shared/read-paper';
import { readChosen, thrownAsFailure } from '../shared/thrown-as-failure';

export type CardReadingState =
  | { readonly state: 'closed' | 'working' }
  | { readonly state: 'read'; readonly found: ReadPaper<CardReading> }
  | { readonly state: 'failed'; readonly failure: ReadFailure };

export interface CardReader {
  readonly reading: CardReadingState;
  readonly read: (file: File) => void;
  /** Lets the picture and everything read from it go. */
  readonly close: () => void;
}

/** Reads a picture of an identity card that is not stored anywhere; `yearNow`: see `checkNik`. */
export function useCardReader(yearNow: number): CardReader {
  const { host } = useLoket();
  const [reading, setReading] = useState<CardReadingState>({ state: 'closed' });
  const workshop = useRef<ScanWorkshop | null>(null);
  const asked = useRef(0);

  const letGo = () => {
    asked.current += 1;
    workshop.current?.dispose();
    workshop.current = null;
  };
  useEffect(() => letGo, []);

  const read = async (file: File): Promise<void> => {
    letGo();
    const mine = asked.current;
    setReading({ state: 'working' });
    const made = createScanWorkshop();
    workshop.current = made;
    const done = await thrownAsFailure<ReadPaper<CardReading>, ReadFailure>(async () => {
      const picture = await openPicture(file, made);
      const desk: ReadingDesk = { host, workshop: made };
      return picture.ok ? readCardPicture(desk, picture.value, yearNow) : picture;
    });
    made.dispose();
    if (mine !== asked.current) return;
    if (done.ok) setReading({ state: 'read', found: done.value });
    else setReading({ state: 'failed', failure: readFailureOf(done.error) });
  };
  return {
    reading,
    read: (file) => void read(file),
    close: () => {
      letGo();
      setReading({ state: 'closed' });
    },
  };
}

/** Looked through before it is drawn, as every file from outside, and made upright. */
async function openPicture(
  file: File,
  workshop: ScanWorkshop,
): Promise<Result<PictureToRead, ReadFailure>> {
  const bytes = file.size > LARGEST_FILE ? null : await readChosen(file);
  if (bytes === null) return fail({ kind: 'no-picture' });
  const inspected = await inspectPaper(bytes);
  if (!inspected.ok || inspected.value.mediaType === 'application/pdf') {
    return fail({ kind: 'no-picture' });
  }
  const looked = await workshop.look(bytes, null);
  if (!looked.ok) return fail({ kind: 'no-picture' });
  const rotation = looked.value.warnings.includes('upside-down') ? 180 : 0;
  return succeed({ bytes, edit: { ...UNEDITED, rotation, skew: looked.value.skew } });
}
