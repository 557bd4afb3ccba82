import { useRef, useState, type ReactNode } from 'react';
import type { OfficeProfile } from '../../domain/office/office-event';
import { Banner } from '../../ui/feedback/banner';
import { useLocale, useMessages } from '../../ui/messages/use-messages';
import { CommandFailureBanner } from '../shared/command-failure-banner';
import { letterErrorText } from '../shared/letter-error-text';
import { useLoket } from '../shared/loket-context';
import { makeSheet, type SheetAsked, type SheetFailure } from './make-sheet';

/** A paper that was made, to be looked at, printed or saved. */
export interface MadeSheet {
  readonly kind: SheetAsked['kind'];
  readonly bytes: Uint8Array;
}

/** Papers over several requests, made one at a time. */
export interface SheetPaper {
  readonly busy: boolean;
  readonly made: MadeSheet | null;
  /** Why the last one was not made; nothing while it was. */
  readonly failure: ReactNode;
  readonly start: (asked: SheetAsked) => Promise<void>;
  readonly close: () => void;
}

/** See `SheetPaper`. */
export function useSheetPaper(profile: OfficeProfile): SheetPaper {
  const loket = useLoket();
  const [busy, setBusy] = useState(false);
  const [made, setMade] = useState<MadeSheet | null>(null);
  const [failure, setFailure] = useState<SheetFailure | null>(null);
  const working = useRef(false);
  return {
    busy,
    made,
    failure: failure === null ? null : <SheetFailureBanner failure={failure} />,
    close: () => {
      setMade(null);
    },
    start: async (asked) => {
      if (working.current) return;
      working.current = true;
      setBusy(true);
      setFailure(null);
      try {
        const done = await makeSheet(loket, profile, asked);
        if (done.ok) setMade({ kind: asked.kind, bytes: done.value });
        else setFailure(done.error);
      } finally {
        working.current = false;
        setBusy(false);
      }
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
          {letterErrorText(locale, failure.error)}
        </Banner>
      );
    case 'no-sop':
    case 'not-signed-in':
      return <Banner tone="bad" title={t(`letterDesk.sheet.${failure.kind}`)} />;
  }
}
