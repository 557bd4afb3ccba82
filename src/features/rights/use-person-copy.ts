import { useRef, useState } from 'react';
import { succeed, type Result } from '../../contract/result';
import { useToast } from '../../ui/feedback/toast';
import { useLocale, useMessages } from '../../ui/messages/use-messages';
import { letterErrorText } from '../shared/letter-error-text';
import { useLoket } from '../shared/loket-context';
import { saveBlob } from '../shared/save-file';
import { thrownAsFailure } from '../shared/thrown-as-failure';
import { useTrail } from '../shared/use-trail';
import { gatherPerson, type HeldUnreadable } from './gather-person';
import { makePersonCopy, type CopyFailure, type MadeCopy } from './make-copy';

interface CopyProgress {
  readonly number: number;
  readonly total: number;
}

/** Notes the reason for every request, gathers, makes the ZIP and saves it. */
export function usePersonCopy(nik: string) {
  const t = useMessages();
  const locale = useLocale();
  const toast = useToast();
  const [progress, setProgress] = useState<CopyProgress | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [missing, setMissing] = useState(0);
  const cancelling = useRef<AbortController | null>(null);
  const make = useMaking(nik, (number, total) => {
    setProgress({ number, total });
  });

  async function save(reason: string): Promise<void> {
    const cancel = new AbortController();
    cancelling.current = cancel;
    setProgress({ number: 0, total: 0 });
    setFailure(null);
    setMissing(0);
    const made = await thrownAsFailure(() => make(reason, cancel.signal));
    setProgress(null);
    if (made.ok) {
      if (made.value === null) return;
      saveBlob(made.value.blob, made.value.name);
      setMissing(made.value.missing);
      toast({ text: t('rights.copy.done', { name: made.value.name }) });
    } else if (made.error.kind === 'copy-paper') {
      setFailure(letterErrorText(locale, made.error.error));
    } else if (made.error.kind !== 'copy-cancelled') {
      setFailure(t('rights.held.failed'));
    }
  }

  return { progress, failure, missing, save, cancel: () => cancelling.current?.abort() };
}

type Made = Result<MadeCopy | null, CopyFailure | HeldUnreadable>;

/** Null where the notes were refused: nothing leaves the program unnoted. */
function useMaking(nik: string, onFile: (number: number, total: number) => void) {
  const { store, host, letters, office, staff, now, newId } = useLoket();
  const { allows } = useTrail();
  const { profile } = office;
  return async (reason: string, signal: AbortSignal): Promise<Made> => {
    if (profile === null || staff === null) return succeed(null);
    const id = newId();
    const rows = await store.requests.ofPerson(nik);
    const details = { what: 'person-copy', copy: id, reason };
    for (const { id: subject } of rows) {
      if (!(await allows({ action: 'export', subject, details }))) return succeed(null);
    }
    const held = await gatherPerson(store, nik, signal);
    if (!held.ok) return held;
    const findSop = store.sops.find.bind(store.sops);
    const desk = { host, letters, findSop, profile, by: staff };
    return makePersonCopy(desk, held.value, { id, madeAt: now(), reason, signal, onFile });
  };
}
