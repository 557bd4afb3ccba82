import { useRef, useState, type ReactNode } from 'react';
import { fail, succeed, type Result } from '../../contract/result';
import type { OfficeProfile } from '../../domain/office/office-event';
import { Banner } from '../../ui/feedback/banner';
import { useLocale, useMessages } from '../../ui/messages/use-messages';
import { CommandFailureBanner } from '../shared/command-failure-banner';
import { letterErrorText } from '../shared/letter-error-text';
import { useLoket } from '../shared/loket-context';
import { thrownAsFailure } from '../shared/thrown-as-failure';
import { makeSheet, type MadeSheet, type SheetAsked, type SheetFailure } from './make-sheet';
import { spendTransmittalNumber } from './transmittal-number';

/** Papers over several requests, made one at a time. */
export interface SheetPaper {
  readonly busy: boolean;
  readonly made: MadeSheet | null;
  /** Why the last one was not made or did not leave; nothing while it was. */
  readonly failure: ReactNode;
  /** Id of the number that waits for the paper to leave, or to be made again; '' for none. */
  readonly waiting: string;
  readonly start: (asked: SheetAsked) => Promise<void>;
  /** Before the paper is printed or saved: its number counts as used; false where it may not. */
  readonly leave: () => Promise<boolean>;
  readonly close: () => void;
}

/** See `SheetPaper`. */
export function useSheetPaper(profile: OfficeProfile): SheetPaper {
  const loket = useLoket();
  const [busy, setBusy] = useState(false);
  const [made, setMade] = useState<MadeSheet | null>(null);
  const [failure, setFailure] = useState<SheetFailure | null>(null);
  const [waiting, setWaiting] = useState('');
  const working = useRef(false);

  /** One at a time: a second press does nothing. */
  async function alone<Value>(
    work: () => Promise<Result<Value, SheetFailure>>,
  ): Promise<Value | null> {
    if (working.current) return null;
    working.current = true;
    setBusy(true);
    setFailure(null);
    try {
      const done = await thrownAsFailure(work);
      if (done.ok) return done.value;
      const { error } = done;
      setFailure(error.kind === 'not-recorded' ? { kind: 'command', failure: error } : error);
      if (error.kind === 'letter' && error.number) setWaiting(error.number.reservationId);
      return null;
    } finally {
      working.current = false;
      setBusy(false);
    }
  }

  return {
    busy,
    made,
    failure: failure === null ? null : <SheetFailureBanner failure={failure} />,
    waiting,
    close: () => {
      setMade(null);
    },
    leave: async () => {
      const number = made?.number ?? null;
      if (made === null || number === null) return true;
      const spent = await alone(async () => {
        const done = await spendTransmittalNumber(loket, number);
        return done.ok ? succeed(true) : fail({ kind: 'command', failure: done.error });
      });
      if (spent === null) return false;
      setMade({ ...made, number: null });
      setWaiting('');
      return true;
    },
    start: async (asked) => {
      const sheet = await alone(() => makeSheet(loket, profile, asked));
      if (sheet === null) return;
      setMade(sheet);
      if (sheet.number) setWaiting(sheet.number.reservationId);
    },
  };
}

function SheetFailureBanner({ failure }: { readonly failure: SheetFailure }) {
  const t = useMessages();
  const locale = useLocale();
  switch (failure.kind) {
    case 'command':
      return <CommandFailureBanner failure={failure.failure} />;
    case 'letter':
      return (
        <Banner tone="bad" title={t('letterDesk.sheet.failed')}>
          {[
            letterErrorText(locale, failure.error),
            ...(failure.number === null
              ? []
              : [t('letterDesk.transmittal.waits', { number: failure.number.number })]),
          ].join(' ')}
        </Banner>
      );
    case 'no-sop':
    case 'not-signed-in':
      return <Banner tone="bad" title={t(`letterDesk.sheet.${failure.kind}`)} />;
  }
}
