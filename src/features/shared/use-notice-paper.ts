import { useState } from 'react';
import { noticePaper, NOTICE_PAPER } from '../../documents/notice-paper';
import type { PublishedNotice } from '../../domain/privacy/notice';
import { useLocale } from '../../ui/messages/use-messages';
import { usePrint } from '../request/stored-file-view';
import { letterErrorText } from './letter-error-text';
import { useLoket } from './loket-context';
import { readLogo } from './read-logo';

/** Printing a version of the notice; the trail notes it before anything leaves the program. */
export function useNoticePaper(): {
  readonly busy: boolean;
  /** Why the last one could not be made, in words. */
  readonly failure: string | null;
  /** With `consent` the sheet has a place for the applicant to sign. */
  readonly print: (notice: PublishedNotice, consent: boolean) => void;
} {
  const { letters, host, office, now, newId } = useLoket();
  const locale = useLocale();
  const send = usePrint();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);

  async function print(notice: PublishedNotice, consent: boolean): Promise<void> {
    const { profile } = office;
    if (busy || profile === null) return;
    setBusy(true);
    setFailure(null);
    try {
      const createdAt = now();
      const content = noticePaper({
        id: newId(),
        profile,
        notice,
        consentOn: consent ? createdAt : null,
      });
      const logo = await readLogo(host, profile);
      const options = { paper: NOTICE_PAPER, final: true, createdAt, logo };
      const made = await letters.render(content, options);
      if (!made.ok) {
        setFailure(letterErrorText(locale, made.error));
        return;
      }
      const details = { what: 'privacy-notice', count: notice.version };
      const name = `pemberitahuan-data-pribadi-v${notice.version}.pdf`;
      await send(made.value, name, { action: 'print', subject: null, details });
    } finally {
      setBusy(false);
    }
  }

  return { busy, failure, print: (notice, consent) => void print(notice, consent) };
}
